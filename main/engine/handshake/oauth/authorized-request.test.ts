import { expect, test } from 'vitest';
import { Secret } from '../../secrets/secret.ts';
import { exchange, MCP_URL } from '../../testing/exchange-builders.ts';
import { answerFailure, answerText } from '../../testing/fake-answers.ts';
import {
  authorizedDiscover,
  authorizedInitialize,
  authorizedInitialized,
  authorizedToolsList,
  sessionOf,
} from './authorized-request.ts';

const TOKEN = new Secret('made-up');
const SESSION = { id: 's1', revision: '2025-06-18' };

test.each([
  authorizedInitialize(MCP_URL, TOKEN),
  authorizedDiscover(MCP_URL, TOKEN),
  authorizedInitialized(MCP_URL, TOKEN, SESSION),
  authorizedToolsList(MCP_URL, TOKEN, SESSION),
  authorizedToolsList(MCP_URL, TOKEN, null),
])('D16: the token is in the header and nowhere else (%#)', ({ headers, url, body }) => {
  const carrying = headers.filter(([, value]) => value.includes('made-up'));
  expect(carrying).toEqual([['Authorization', 'Bearer made-up']]);
  expect(url + body!).not.toContain('made-up');
});

test('within a session its id and revision are sent, and no id twice', () => {
  const { headers, body } = authorizedToolsList(MCP_URL, TOKEN, SESSION);
  expect(headers).toContainEqual(['Mcp-Session-Id', 's1']);
  expect(headers).toContainEqual(['MCP-Protocol-Version', '2025-06-18']);
  const first = JSON.parse(authorizedInitialize(MCP_URL, TOKEN).body!) as { id: number };
  expect((JSON.parse(body!) as { id: number }).id).not.toBe(first.id);
});

test('a notice has no id', () => {
  const { body } = authorizedInitialized(MCP_URL, TOKEN, { id: null, revision: null });
  expect(JSON.parse(body!)).toEqual({ jsonrpc: '2.0', method: 'notifications/initialized' });
});

test('the newest revision says its method in a header', () => {
  const { headers } = authorizedToolsList(MCP_URL, TOKEN, null);
  expect(headers).toContainEqual(['Mcp-Method', 'tools/list']);
  expect(headers).toContainEqual(['MCP-Protocol-Version', '2026-07-28']);
});

test('a session is read off the answer, plain or as an event', () => {
  const message = '{"jsonrpc":"2.0","id":0,"result":{"protocolVersion":"2025-06-18"}}';
  const header = [['mcp-session-id', 's1']] as const;
  for (const body of [message, `event: message\ndata: ${message}\n\n`])
    expect(sessionOf(exchange({ answer: answerText(body, 200, header) }))).toEqual(SESSION);
  expect(sessionOf(exchange({ answer: answerFailure('reset') }))).toEqual({
    id: null,
    revision: null,
  });
});
