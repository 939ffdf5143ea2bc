import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ChatSession } from '../src/chatSession.js';

test('a session starts with the affinity null', async () => {
  const seen = [];
  const fetch = async (url, options) => {
    seen.push(options.headers['X-LIVEAGENT-AFFINITY']);
    return { status: 200, json: async () => ({ id: 'i', key: 'k', affinityToken: 'a' }) };
  };
  const session = new ChatSession({ endpoint: 'http://localhost/chat/rest', fetch });
  await session.start('test');
  assert.equal(seen[0], 'null');
});
