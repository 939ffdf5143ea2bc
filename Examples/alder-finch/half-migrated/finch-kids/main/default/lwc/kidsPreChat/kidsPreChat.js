import { LightningElement, api } from 'lwc';
import { assignMessagingEventHandler, MESSAGING_EVENT } from 'lightningsnapin/eventStore';

/** The pre-chat form of the new chat. */
export default class KidsPreChat extends LightningElement {
    @api configuration = {};

    connectedCallback() {
        assignMessagingEventHandler(MESSAGING_EVENT.PRECHAT_SUBMIT, () => {});
    }
}
