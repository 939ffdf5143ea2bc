import { LightningElement, api } from 'lwc';
import { sendTextMessage } from 'lightning/conversationToolkitApi';

export default class KidsConsole extends LightningElement {
    @api recordId;

    greet() {
        return sendTextMessage(this.recordId, { text: 'Hello!' });
    }
}
