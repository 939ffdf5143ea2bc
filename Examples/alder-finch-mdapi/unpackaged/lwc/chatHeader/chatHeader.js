import BaseChatHeader from 'lightningsnapin/baseChatHeader';

/** The green bar above the chat. */
export default class ChatHeader extends BaseChatHeader {
    text = 'Alder & Finch';

    connectedCallback() {
        this.assignHandler('prechatState', (data) => {
            this.text = data.label;
        });
    }
}
