trigger ChatTranscriptTrigger on LiveChatTranscript (before insert, before update) {
    ChatTranscriptService.linkToOrders(Trigger.new);
}
