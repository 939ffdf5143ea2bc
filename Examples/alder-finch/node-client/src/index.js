import { ChatSession } from './chatSession.js';

const session = new ChatSession({
  endpoint: process.env.CHAT_ENDPOINT ?? 'https://d.la9-c9-xyz.salesforceliveagent.com/chat/rest',
  organizationId: '00D9A000000AfOx',
  deploymentId: '5729A0000004MbL',
  buttonId: '5739A0000008OrD',
});

await session.start('Order bot');
for await (const { type, message } of session.messages()) {
  if (type === 'ChatEstablished') await session.say('The customer asks about an order.');
  if (type === 'ChatMessage') console.log(message.text);
}
await session.end();
