import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPatient, type RunningPatient } from './start-patient.ts';
import { openResponse, rpc, send, withToken } from './testing/send.ts';
import { signedIn } from './testing/sign-in.ts';

describe('the healthy MCP endpoint', () => {
  let patient: RunningPatient;
  let token: string;
  beforeAll(async () => {
    patient = await startPatient('healthy');
    token = String((await signedIn(patient)).tokens.access_token);
  });
  afterAll(() => patient.close());

  test.each(['POST', 'GET', 'DELETE'])('%s without a token is a challenge', async (method) => {
    const answer = await send(patient, patient.url, { method });
    expect(answer.status).toBe(401);
    expect(answer.headers['www-authenticate']).not.toContain('error=');
  });

  test.each(['Bearer made-up', 'Bearer', 'Basic eDp5', 'nonsense'])(
    'an Authorization of "%s" is a challenge that says invalid_token',
    async (authorization) => {
      const answer = await send(patient, patient.url, {
        method: 'POST',
        headers: { authorization },
      });
      expect(answer.status).toBe(401);
      expect(answer.headers['www-authenticate']).toMatch(/^Bearer .*, error="invalid_token"$/);
    },
  );

  test('a token in the address is a challenge', async () => {
    const url = `${patient.url}?access_token=${token}`;
    expect((await send(patient, url, rpc('ping'))).status).toBe(401);
  });

  test('a token of another server is a challenge', async () => {
    const other = await startPatient('healthy');
    try {
      expect((await send(other, other.url, withToken(rpc('ping'), token))).status).toBe(401);
    } finally {
      await other.close();
    }
  });

  test.each([
    ['https://evil.example', 403],
    ['null', 403],
    ['http://localhost:5173', 200],
  ])('a request from a page of %s is answered %i', async (origin, status) => {
    const sent = withToken(rpc('ping'), token);
    const headers = { ...sent.headers, origin };
    expect((await send(patient, patient.url, { ...sent, headers })).status).toBe(status);
  });

  test('a preflight needs no token, and the challenge is readable from a page', async () => {
    expect((await send(patient, patient.url, { method: 'OPTIONS' })).status).toBe(204);
    const { headers } = await send(patient, patient.url, rpc('initialize'));
    expect(headers['access-control-expose-headers']).toBe('WWW-Authenticate');
  });

  test('each known revision is agreed to, and the newest in place of an unknown one', async () => {
    for (const [asked, agreed] of [
      ['2024-11-05', '2024-11-05'],
      ['2025-06-18', '2025-06-18'],
      ['1999-01-01', '2025-11-25'],
    ] as const) {
      const sent = withToken(rpc('initialize', { protocolVersion: asked }), token);
      const { json } = await send(patient, patient.url, sent);
      expect(json?.result).toHaveProperty('protocolVersion', agreed);
    }
  });

  test('a notification is taken, an unknown method is an error, no JSON is a bad request', async () => {
    const notification = JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' });
    const post = (body: string) =>
      send(patient, patient.url, withToken({ method: 'POST', body }, token));
    expect((await post(notification)).status).toBe(202);
    expect((await post('{"id":1,"method":"no/such"}')).json?.error).toHaveProperty('code', -32601);
    expect((await post('{')).status).toBe(400);
  });

  test('with a token there is no stream to open', async () => {
    const answer = await send(patient, patient.url, withToken({}, token));
    expect([answer.status, answer.headers.allow]).toEqual([405, 'POST']);
  });

  test('a body beyond the limit is refused', async () => {
    const sent = { method: 'POST', body: 'x'.repeat(1_000_001) };
    expect((await send(patient, patient.url, sent)).status).toBe(413);
  });
});

describe('the event stream of 2024-11-05', () => {
  test.each(['event-stream-only', 'claude-code-11814'])(
    '%s names an address for messages and answers them on the stream',
    async (name) => {
      const patient = await startPatient(name);
      try {
        const token = await tokenOf(patient);
        const stream = await openResponse(patient, patient.url, withToken({}, token));
        expect(stream.headers['content-type']).toBe('text/event-stream');
        stream.on('error', () => undefined);
        const [event, address] = await nextEvent(stream);
        expect(event).toBe('endpoint');
        const url = new URL(address, patient.url).href;
        expect((await send(patient, url, rpc('initialize'))).status).toBe(401);
        const answered = nextEvent(stream);
        const sent = withToken(rpc('initialize'), token);
        expect((await send(patient, url, sent)).status).toBe(202);
        const [kind, data] = await answered;
        expect([kind, JSON.parse(data)]).toEqual([
          'message',
          expect.objectContaining({ id: 1, result: expect.anything() as unknown }),
        ]);
      } finally {
        await patient.close();
      }
    },
  );

  test('a message for a session that is gone is answered 404', async () => {
    const patient = await startPatient('event-stream-only');
    try {
      const url = `${patient.names.mcpOrigin}/messages/?session_id=gone`;
      const sent = withToken(rpc('ping'), await tokenOf(patient));
      expect((await send(patient, url, sent)).status).toBe(404);
    } finally {
      await patient.close();
    }
  });
});

async function tokenOf(patient: RunningPatient): Promise<string> {
  return String((await signedIn(patient)).tokens.access_token);
}

/** Name and data of the next event; each comes in one write and so, on loopback, in one piece. */
async function nextEvent(stream: IncomingMessage): Promise<[string, string]> {
  const [chunk] = (await once(stream, 'data')) as [Buffer];
  const [, name, data] = /^event: (.*)\ndata: (.*)\n\n$/.exec(chunk.toString('utf8')) ?? [];
  return [name ?? '', data ?? ''];
}
