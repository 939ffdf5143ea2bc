import React from 'react';

// No chat here since the redesign: liveagent.startChat() was called from this button.
export function Basket({ items }) {
  return <a href="/basket">{items.length} things</a>;
}
