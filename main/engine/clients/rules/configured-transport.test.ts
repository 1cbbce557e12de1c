import { expect, test } from 'vitest';
import { healthyEvidence } from '../../testing/evidence-builders.ts';
import { contacts } from '../../testing/exchange-builders.ts';
import { hitOf } from '../../testing/judge-one.ts';
import { sampleEntry } from '../../testing/sample-machine.ts';
import { configuredTransport } from './configured-transport.ts';

const rule = configuredTransport(
  (entry) => entry.client === 'claude-code',
  false,
  'documented',
  'a source',
);
const STREAM_ONLY = contacts({ post: 404, stream: 401 });
const POST_ONLY = contacts({ post: 401, stream: 405 });
const BOTH = contacts({ post: 401, stream: 401 });
const sse = sampleEntry({ transport: 'sse', declaredType: 'sse' });

test.each([
  [
    'http for a stream',
    STREAM_ONLY,
    sampleEntry(),
    'The entry “acme” names http, and the server offers only sse.',
  ],
  ['sse for POST', POST_ONLY, sse, 'The entry “acme” names sse, and the server offers only http.'],
])('F113: %s blocks', (_, first, entry, why) => {
  expect(hitOf(rule, healthyEvidence({ first, entries: [entry] }))).toEqual({
    outcome: 'blocked',
    cause: 'F113',
    why,
  });
});

test.each([
  ['the right type', STREAM_ONLY, [sse]],
  ['a server that may speak both', BOTH, [sse]],
  ['an entry of another client', STREAM_ONLY, [sampleEntry({ client: 'cursor' })]],
  ['no entry: the right type is taken for granted', STREAM_ONLY, []],
])('%s is fine', (_, first, entries) => {
  expect(hitOf(rule, healthyEvidence({ first, entries }))).toBeNull();
});

test('F113: a client that tries the stream by itself is at risk only', () => {
  const own = configuredTransport(
    (entry) => entry.client === 'claude-code',
    true,
    'observed',
    'seen',
  );
  const http = healthyEvidence({ first: STREAM_ONLY, entries: [sampleEntry()] });
  expect(hitOf(own, http)).toMatchObject({ outcome: 'at-risk', cause: 'F113' });
  const stream = healthyEvidence({ first: POST_ONLY, entries: [sse] });
  expect(hitOf(own, stream)).toMatchObject({ outcome: 'blocked', cause: 'F113' });
});
