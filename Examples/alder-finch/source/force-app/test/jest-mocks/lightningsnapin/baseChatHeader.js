// Stands in for the base class, which exists inside the chat window only.
export default class BaseChatHeader {
    assignHandler() {}
}
