import { describe, expect, test } from 'vitest';
import { contacts, OPEN } from '../../testing/exchange-builders.ts';
import { sampleEntry } from '../../testing/sample-machine.ts';
import { insistsOn, onlyTransportOf } from './spoken-transport.ts';

describe('F113, F114: the one transport of a server', () => {
  test.each([
    ['POST unknown, GET asks for a token', contacts({ post: 404, stream: 401 }), 'sse'],
    ['only the older POST unknown', contacts({ post: 404, modern: 401, stream: 401 }), null],
    ['GET not allowed', contacts({ post: 401, stream: 405 }), 'http'],
    ['GET not allowed, POST open', contacts({ post: OPEN, stream: 406 }), 'http'],
    ['a 401 before both', contacts({ post: 401 }), null],
    ['nothing there', contacts({ post: 404 }), null],
    ['no answer', contacts({ post: 'refused' }), null],
  ])('%s', (_, first, expected) => {
    expect(onlyTransportOf(first)).toBe(expected);
  });
});

test('Claude Code insists on its type, mcp-remote only where it is told to', () => {
  const remote = (declaredType: string | null) =>
    sampleEntry({ client: 'claude-desktop-stdio', viaMcpRemote: true, declaredType });
  expect(insistsOn(sampleEntry(), 'http')).toBe(true);
  expect(insistsOn(sampleEntry(), 'sse')).toBe(false);
  expect(insistsOn(remote('sse-only'), 'sse')).toBe(true);
  expect(insistsOn(remote('http-first'), 'http')).toBe(false);
  expect(insistsOn(sampleEntry({ client: 'cursor' }), 'http')).toBe(false);
});
