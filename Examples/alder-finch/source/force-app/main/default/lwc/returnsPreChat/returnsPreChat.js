import BasePrechat from 'lightningsnapin/basePrechat';
import { api } from 'lwc';

export default class ReturnsPreChat extends BasePrechat {
    @api prechatFields;
    fields = [];

    connectedCallback() {
        this.fields = this.prechatFields.map(({ label, name, value, required }) => ({ label, name, value, required }));
    }

    handleStart() {
        if (this.validateFields(this.fields).isValid) {
            this.startChat(this.fields);
        }
    }
}
