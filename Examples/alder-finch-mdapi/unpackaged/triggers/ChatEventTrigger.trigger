trigger ChatEventTrigger on LiveChatTranscriptEvent (after insert) {
    for (LiveChatTranscriptEvent event : Trigger.new) {
        if (event.Type == 'ChatRequest') {
            System.debug('chat requested: ' + event.LiveChatTranscriptId);
        }
    }
}
