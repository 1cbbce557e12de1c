import { describe, expect, test } from 'vitest';
import type { Exchange, FirstContact } from '../model/evidence.ts';
import { occurrencesOnTarget } from '../testing/judge-mode.ts';
import { sampleEntry } from '../testing/sample-machine.ts';
import { mode } from './f113-wrong-type.ts';

function exchange(id: string, status: number, contentType = 'application/json'): Exchange {
  const headers = [['content-type', contentType]] as const;
  return {
    id,
    step: 'challenge',
    purpose: 'initialize',
    startedAt: 0,
    durationMs: 1,
    request: { method: 'POST', url: 'https://mcp.acme.dev/mcp', headers: [], body: null },
    outcome: { kind: 'response', response: { status, headers, body: '', truncated: false } },
  };
}

/** The answers to POST initialize, POST server/discover and GET. */
function first(legacy: number, modern: number, stream: number): FirstContact {
  return {
    legacy: exchange('legacy', legacy),
    modern: exchange('modern', modern),
    stream: exchange('stream', stream, 'text/event-stream'),
  };
}

const http = sampleEntry();
const sse = sampleEntry({ transport: 'sse', declaredType: 'sse' });
const proxy = (declaredType: string | null, transport: 'http' | 'sse') =>
  sampleEntry({
    client: 'claude-desktop-stdio',
    viaMcpRemote: true,
    command: 'npx',
    declaredType,
    transport,
  });

describe('F113: http for a server that offers only SSE', () => {
  test.each([
    ['an open stream is certain', first(405, 405, 200), 'certain'],
    ['a stream behind a 401 is likely', first(404, 404, 401), 'likely'],
  ] as const)('%s', (_, answers, confidence) => {
    const [occurrence] = occurrencesOnTarget(mode, { entries: [http, sse], first: answers });
    expect(occurrence).toMatchObject({
      confidence,
      snippet: '"type": "sse"',
      clients: ['claude-code'],
    });
    expect(occurrence?.evidence.map(({ kind }) => kind)).toEqual(['http', 'http', 'file']);
  });

  test('mcp-remote insists only with http-only', () => {
    const evidence = { first: first(405, 405, 200) };
    const insisting = occurrencesOnTarget(mode, {
      ...evidence,
      entries: [proxy('http-only', 'http')],
    });
    expect(insisting).toMatchObject([{ clients: ['mcp-remote'] }]);
    expect(occurrencesOnTarget(mode, { ...evidence, entries: [proxy(null, 'http')] })).toEqual([]);
  });

  test('a server that knows only the newest revision is no SSE server', () => {
    expect(occurrencesOnTarget(mode, { entries: [http], first: first(404, 401, 401) })).toEqual([]);
  });
});

describe('F113: sse for a server that offers only http', () => {
  test.each([
    ['an open server is certain', first(200, 200, 405), 'certain'],
    ['a guarded one is likely', first(401, 401, 406), 'likely'],
  ] as const)('%s', (_, answers, confidence) => {
    const [occurrence] = occurrencesOnTarget(mode, { entries: [sse], first: answers });
    expect(occurrence).toMatchObject({ confidence, snippet: '"type": "http"' });
  });

  test('mcp-remote insists only with sse-only', () => {
    const evidence = { first: first(401, 401, 405) };
    const insisting = occurrencesOnTarget(mode, {
      ...evidence,
      entries: [proxy('sse-only', 'sse')],
    });
    expect(insisting).toMatchObject([{ clients: ['mcp-remote'] }]);
    expect(
      occurrencesOnTarget(mode, { ...evidence, entries: [proxy('sse-first', 'sse')] }),
    ).toEqual([]);
  });
});

test.each([
  ['the right type', [http], first(401, 401, 405)],
  ['a server that asks for a token everywhere', [http, sse], first(401, 401, 401)],
  ['a server that is not there', [http, sse], first(404, 404, 404)],
  ['a server that fails', [http, sse], first(503, 503, 503)],
  ['no entry at all', [], first(405, 405, 200)],
] as const)('F113: %s is no fault', (_, entries, answers) => {
  expect(occurrencesOnTarget(mode, { entries, first: answers })).toEqual([]);
});

describe('F113: a type that Claude Code does not know', () => {
  test.each(['htpp', 'HTTP', 'sse-only'])('%s is left out', (declaredType) => {
    const entries = [sampleEntry({ declaredType, transport: 'unknown' })];
    const [occurrence] = occurrencesOnTarget(mode, { entries, first: null });
    expect(occurrence).toMatchObject({
      title: 'The entry “acme” has an unknown type',
      evidence: [{ kind: 'file' }],
    });
    expect(occurrence?.explanation).toContain(`“${declaredType}”`);
  });

  test.each(['http', 'streamable-http', 'sse', 'ws', 'stdio', null])('%s is known', (type) => {
    const entries = [sampleEntry({ declaredType: type })];
    expect(occurrencesOnTarget(mode, { entries, first: null })).toEqual([]);
  });

  test('other clients have types of their own', () => {
    const entries = [proxy('http-only', 'http')];
    expect(occurrencesOnTarget(mode, { entries, first: null })).toEqual([]);
  });
});
