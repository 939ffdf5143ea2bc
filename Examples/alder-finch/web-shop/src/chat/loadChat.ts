/** Loads the chat when the visitor asks for it, so that other pages stay light. */
export interface ChatOptions {
  orderNumber?: string;
  newWindow?: boolean;
}

declare global {
  interface Window { embedded_svc?: any; liveagent?: any; }
}

const CHAT_API = import.meta.env.VITE_CHAT_API as string;

export async function isAdvisorOnline(): Promise<boolean> {
  const query = new URLSearchParams({
    org_id: '00D9A000000AfOx',
    deployment_id: '5729A0000004WbS',
    'Availability.ids': '5739A0000008OrD',
  });
  const response = await fetch(`${CHAT_API}/rest/Visitor/Availability?${query}`, {
    headers: { 'X-LIVEAGENT-API-VERSION': '55' },
  });
  const body = await response.json();
  return body.messages[0].message.results[0].isAvailable === true;
}

export function openChat(options: ChatOptions): void {
  if (options.newWindow) {
    window.liveagent.startChatWithWindow('5739A0000008OrD', 'chat');
    return;
  }
  window.embedded_svc.liveAgentAPI.startChat({
    directToButtonRouting: () => '5739A0000008FtG',
    extraPrechatInfo: [],
    extraPrechatFormDetails: [{ label: 'Order', value: options.orderNumber }],
  });
}
