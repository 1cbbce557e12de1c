import { describe, expect, test } from 'vitest';
import type { LogFormat } from '../../../model/log-evidence.ts';
import { MODES } from '../../../modes/index.generated.ts';
import { sampleLogLine } from '../../../testing/sample-log-line.ts';
import { signatureMatcher } from '../match-signature.ts';
import { readLine } from '../read-line.ts';
import { needlesFor, SIGNATURES, signaturesFor } from './index.ts';
import type { Signature } from './signature.ts';

const FORMATS: readonly LogFormat[] = [
  'desktop-mcp',
  'desktop-server',
  'desktop-main',
  'code-jsonl',
  'code-debug',
  'remote-debug',
  'remote-text',
];
const formatsOf = ({ formats }: Signature): readonly LogFormat[] =>
  formats === 'all' ? FORMATS : formats;
const BY_ID = SIGNATURES.map((one) => [one.id, one] as const);

/** Rows that know the samples of others as well; there the narrower one must stand first. */
const ALSO_KNOWN: Readonly<Record<string, readonly string[]>> = {
  'issuer-mismatch-callback': ['finish-auth'],
  'registration-not-there': ['registration-failed'],
  'registration-limit': ['registration-refused'],
  'registration-refuses-redirect-object': ['registration-refused-object', 'redirect-refused-code'],
  'registration-refuses-redirect': [
    'localhost-not-allowed',
    'registration-refused',
    'redirect-refused-code',
  ],
  'resource-refused-entra': ['resource-refused'],
  'remote-no-challenge': ['remote-asked'],
  'remote-token-exchange': ['remote-fatal'],
  'remote-html': ['remote-connection-error'],
  'remote-token-over-soon': ['remote-saving-tokens'],
  'remote-no-callback-port': ['remote-fatal'],
  'remote-timed-out': ['remote-fatal'],
  'remote-not-found': ['remote-fatal'],
  'remote-sse-for-http': ['remote-fatal'],
  'remote-server-error': ['remote-connection-error'],
  'code-not-found-both-ways': ['code-sse-for-http'],
  'code-endpoint-not-found': ['code-failed'],
  'code-sse-for-http': ['code-connection-error', 'remote-connection-error'],
  'code-http-for-sse': ['code-connection-error', 'code-post-failed', 'remote-connection-error'],
  'code-timed-out': ['code-failed'],
  'code-spawn': ['code-failed'],
  'code-spawn-node': ['code-failed'],
  'code-endpoint-says-oauth': ['client-forgotten', 'code-post-failed', 'code-failed'],
  'code-socket-not-opened': ['code-failed'],
  'code-server-error': ['code-post-failed', 'code-failed'],
  'code-sse-server-error': ['code-failed'],
  'code-unable-to-connect': ['code-failed'],
  'code-socket-closed': ['code-failed'],
  'self-signed-chain-text': ['certificate-self-signed-text'],
  'refresh-refused': ['refresh-failed', 'token-refused'],
  'callback-family': ['connection-refused'],
  'code-connection-error': ['remote-connection-error'],
  'code-asked': ['code-failed'],
  'code-unauthorized': ['code-failed'],
  'code-browser': ['remote-redirecting'],
  'code-post-failed': ['code-failed'],
  'desktop-closed-early': ['desktop-closed'],
};

test('every row has an id of its own', () => {
  const ids = SIGNATURES.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

describe.each(BY_ID)('%s', (_, row) => {
  test('has its own sample in every log in which it counts, written as there', () => {
    for (const format of formatsOf(row)) {
      const line = sampleLogLine(format, row.sample);
      const { message } = readLine(format, { offset: 0, line: 1, text: line, head: null });
      expect([format, signatureMatcher(format)(message)?.signature.id]).toEqual([format, row.id]);
      expect(needlesFor(format).some((needle) => line.includes(needle))).toBe(true);
    }
  });

  test('has its needle in its sample, and the pattern needs it', () => {
    expect(row.sample).toContain(row.needle);
    // The scanner is as fast as the shortest needle allows.
    expect(new TextEncoder().encode(row.needle).length).toBeGreaterThanOrEqual(7);
    expect(row.pattern.global || row.pattern.sticky).toBe(false);
  });

  test('shares its sample with the rows that are known to be wider only', () => {
    const format = formatsOf(row)[0] ?? 'code-jsonl';
    const others = signaturesFor(format)
      .filter(({ needle, pattern }) => row.sample.includes(needle) && pattern.test(row.sample))
      .map(({ id }) => id)
      .filter((id) => id !== row.id);
    expect(others).toEqual(ALSO_KNOWN[row.id] ?? []);
  });

  test('names a mode of the catalogue, or none', () => {
    expect([null, ...MODES.map(({ code }) => code)]).toContain(row.code);
  });

  test('says where it is from', () => {
    if (row.source !== 'observed') expect(new URL(row.source).protocol).toBe('https:');
    if (row.source === 'observed') {
      expect(row.seenIn.length).toBeGreaterThan(0);
      expect(row.isInferred).toBeUndefined();
    }
    expect(row.clients.length).toBeGreaterThan(0);
  });
});

/** Beginnings of matches again and again, which is where a bad pattern loses its time. */
function hard({ sample, needle }: Signature, length: number): readonly string[] {
  const half = sample.slice(0, Math.max(1, sample.length >> 1));
  return [half, needle, `${needle} `, sample.slice(0, -1), 'a ', '"', ' '].map((part) =>
    part.repeat(Math.ceil(length / part.length)).slice(0, length),
  );
}

function msOf({ pattern }: Signature, texts: readonly string[]): number {
  const start = performance.now();
  for (const text of texts) pattern.test(text);
  return performance.now() - start;
}

test.each(BY_ID)('the pattern of %s takes time in proportion to the line', (_, row) => {
  const [short, long] = [hard(row, 2 ** 13), hard(row, 2 ** 15)];
  msOf(row, short);
  const times = [1, 2, 3].map(() => msOf(row, long));
  // Seven lines of 32 Ki characters: a quadratic pattern needs seconds, a linear one under 20 ms.
  expect(Math.min(...times)).toBeLessThan(100);
});
