-- Loaded every night from the copy of the org.
CREATE OR REPLACE VIEW chats AS
SELECT t.Id, t.CaseId, t.WaitTime, t.ChatDuration, b.DeveloperName AS button
FROM sf_copy.LiveChatTranscript AS t
LEFT JOIN sf_copy.LiveChatButton AS b ON b.Id = t.LiveChatButtonId;
