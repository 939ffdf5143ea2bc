const VERSION = '55';

/** One chat with an advisor, from the first request to the last. */
export class ChatSession {
  constructor({ endpoint, organizationId, deploymentId, buttonId, fetch = globalThis.fetch }) {
    this.endpoint = endpoint; // ends in /chat/rest
    this.ids = { organizationId, deploymentId, buttonId };
    this.fetch = fetch;
    this.sequence = 0;
    this.ack = -1;
  }

  async start(visitorName) {
    const response = await this.fetch(`${this.endpoint}/System/SessionId`, {
      headers: { 'X-LIVEAGENT-API-VERSION': VERSION, 'X-LIVEAGENT-AFFINITY': 'null' },
    });
    const { id, key, affinityToken } = await response.json();
    this.key = key;
    this.affinity = affinityToken;
    await this.post('Chasitor/ChasitorInit', {
      ...this.ids,
      sessionId: id,
      userAgent: 'order-bot',
      language: 'en-US',
      screenResolution: '1920x1080',
      visitorName,
      prechatDetails: [],
      prechatEntities: [],
      receiveQueueUpdates: true,
      isPost: true,
    });
  }

  async *messages() {
    for (;;) {
      const response = await this.fetch(`${this.endpoint}/System/Messages?ack=${this.ack}`, { headers: this.headers() });
      if (response.status === 204) continue;
      const { messages, sequence } = await response.json();
      this.ack = sequence;
      for (const { type, message } of messages) {
        yield { type, message };
        if (type === 'ChatEnded' || type === 'ChatRequestFail') return;
      }
    }
  }

  say(text) {
    return this.post('Chasitor/ChatMessage', { text });
  }

  async end() {
    await this.post('Chasitor/ChatEnd', { reason: 'client' });
    await this.fetch(`${this.endpoint}/System/SessionId/${encodeURIComponent(this.key)}`, {
      method: 'DELETE',
      headers: this.headers(),
    });
  }

  headers() {
    return {
      'X-LIVEAGENT-API-VERSION': VERSION,
      'X-LIVEAGENT-AFFINITY': this.affinity,
      'X-LIVEAGENT-SESSION-KEY': this.key,
    };
  }

  post(path, body) {
    this.sequence += 1;
    return this.fetch(`${this.endpoint}/${path}`, {
      method: 'POST',
      headers: { ...this.headers(), 'X-LIVEAGENT-SEQUENCE': String(this.sequence), 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  }
}
