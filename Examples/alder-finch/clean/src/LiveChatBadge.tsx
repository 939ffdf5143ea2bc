import React from 'react';

type LiveChatBadgeProps = { unread: number; liveAgentName?: string };

/** Shows how many messages wait in the shop's own live chat. */
export function LiveChatBadge({ unread, liveAgentName }: LiveChatBadgeProps) {
  return <span className="live-chat-badge">{liveAgentName ?? 'Chat'}: {unread}</span>;
}
