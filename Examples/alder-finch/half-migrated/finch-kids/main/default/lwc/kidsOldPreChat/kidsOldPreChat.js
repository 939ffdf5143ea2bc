import BasePrechat from 'lightningsnapin/basePrechat';

export default class KidsOldPreChat extends BasePrechat {
    handleStart() {
        this.startChat(this.prechatFields);
    }
}
