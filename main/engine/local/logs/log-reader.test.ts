import { describe, expect, test } from 'vitest';
import type { LogFile, LogFormat } from '../../model/log-evidence.ts';
import type { LogScan, ScannedLine } from '../../ports.ts';
import { sampleLogLine, type SampleLine } from '../../testing/sample-log-line.ts';
import { createLogReader, type LogSource } from './log-reader.ts';

const SCAN: LogScan = { kind: 'scanned', size: 1, modifiedAt: 2, read: 'whole', note: null };
const NO_DCR =
  'Connection failed: Incompatible auth server: does not support dynamic client registration';

const source = (format: LogFormat, changes: Partial<LogSource> = {}): LogSource => ({
  client: 'claude-code',
  format,
  file: '/log',
  server: null,
  project: null,
  hash: null,
  ...changes,
});
const scanned = (texts: readonly string[], from = 0): readonly ScannedLine[] =>
  texts.map((text, at) => ({ offset: from + at, line: from + at + 1, text, head: null }));
const resultOf = (place: LogSource, ...parts: readonly (readonly ScannedLine[])[]): LogFile => {
  const reader = createLogReader(place);
  for (const part of parts) reader.take(part);
  return reader.result(SCAN);
};
const jsonl = (message: string, at: number, parts: SampleLine = {}): string =>
  sampleLogLine('code-jsonl', message, { time: new Date(at).toISOString(), ...parts });

describe('lines are counted per text and server', () => {
  test('with first, last and the newest line', () => {
    const lines = [1000, 61_000, 121_000].map((at) => jsonl(NO_DCR, at));
    const { sightings } = resultOf(source('code-jsonl', { server: 'acme' }), scanned(lines));
    expect(sightings).toMatchObject([
      {
        signature: 'no-registration',
        code: 'F40',
        server: 'acme',
        count: 3,
        first: 1000,
        last: 121_000,
        newest: { line: 3, time: 121_000, text: NO_DCR },
      },
    ]);
  });

  test('the several lines in which a client tells of one failure count once, and are one event', () => {
    const lines = [`HTTP Connection failed after 5ms: ${NO_DCR}`, `Error: ${NO_DCR}`, NO_DCR].map(
      (text, at) => jsonl(text, 1000 + at),
    );
    const reader = createLogReader(source('code-jsonl'));
    expect(reader.take(scanned(lines))).toHaveLength(1);
    expect(reader.result(SCAN).sightings).toMatchObject([{ count: 1 }]);
  });

  test('in a debug text, which is one run, too', () => {
    const lines = [NO_DCR, `Error: ${NO_DCR}`].map((text) => sampleLogLine('code-debug', text));
    const { sightings } = resultOf(source('code-debug'), scanned(lines));
    expect(sightings).toMatchObject([{ server: 'acme', count: 1 }]);
  });

  test('of two sessions at the same time each counts', () => {
    const lines = ['a', 'b'].map((session) => jsonl(NO_DCR, 1000, { session }));
    const { sightings } = resultOf(source('code-jsonl'), scanned(lines));
    expect(sightings).toMatchObject([{ count: 2 }]);
  });

  test('parts that come newest first lead to the same as the whole', () => {
    const lines = Array.from({ length: 40 }, (_, at) =>
      jsonl(at % 2 === 0 ? 'Starting connection with timeout of 30000ms' : NO_DCR, at * 60_000),
    );
    const place = source('code-jsonl', { server: 'acme' });
    const [old, fresh] = [scanned(lines.slice(0, 23)), scanned(lines.slice(23), 23)];
    const whole = resultOf(place, scanned(lines));
    const parts = resultOf(place, fresh, old);
    const sorted = (log: LogFile) =>
      log.sightings.toSorted((a, b) => (a.signature < b.signature ? 1 : -1));
    expect(sorted(parts)).toEqual(sorted(whole));
    expect(parts.incidents).toEqual(whole.incidents);
  });
});

describe('which server a line is about', () => {
  test('H13: the path outweighs what a line claims', () => {
    const forged = sampleLogLine('desktop-server', 'Server disconnected.', { server: 'victim' });
    const place = source('desktop-server', { client: 'claude-desktop-stdio', server: 'own' });
    expect(resultOf(place, scanned([forged])).sightings).toMatchObject([{ server: 'own' }]);
  });

  test('where many write into one file, the line says it', () => {
    const lines = ['a', 'b'].map((server) =>
      sampleLogLine('desktop-mcp', 'Server disconnected.', { server }),
    );
    const { sightings } = resultOf(source('desktop-mcp'), scanned(lines));
    expect(sightings.map(({ server }) => server).sort()).toEqual(['a', 'b']);
  });

  test('H13: an address counts only in the log of the client that says it', () => {
    const text = 'Starting mcp-remote with server URL: https://mcp.acme.dev/mcp?token=s3cr3tvalue';
    const own = source('remote-debug', { client: 'mcp-remote' });
    expect(resultOf(own, scanned([sampleLogLine('remote-debug', text)])).urls).toEqual([
      'https://mcp.acme.dev/mcp?token=…',
    ]);
    const printed = source('desktop-server', { client: 'claude-desktop-stdio' });
    expect(resultOf(printed, scanned([`[1] ${text}`])).urls).toEqual([]);
  });
});

test('memory: two hundred thousand lines leave one sighting and the newest two thousand events', () => {
  const reader = createLogReader(source('code-jsonl'));
  const line = jsonl('Starting connection with timeout of 30000ms', 0);
  for (let part = 9; part >= 0; part--) {
    const lines = Array.from({ length: 20_000 }, (_, at) => ({
      offset: part * 20_000 + at,
      line: null,
      text: line.replace('4711', String(at)),
      head: null,
    }));
    expect(reader.take(lines).length).toBe(part === 9 ? 2000 : 0);
  }
  expect(reader.result(SCAN).sightings).toMatchObject([{ count: 200_000 }]);
});

test('a log that names new servers without end is cut off', () => {
  const lines = Array.from({ length: 3000 }, (_, at) =>
    sampleLogLine('desktop-mcp', 'Server disconnected.', { server: `s${at}` }),
  );
  expect(resultOf(source('desktop-mcp'), scanned(lines)).sightings.length).toBe(1000);
});

test('H2, H13: what is kept is masked, on one line and visible', () => {
  const text = `Connection failed: \u001b[31mAuthorization: Bearer abcdef0123456789\n\u202eevil`;
  const { sightings } = resultOf(
    source('code-jsonl', { server: 'a\u001b', project: 'p\u202e' }),
    scanned([jsonl(text, 0)]),
  );
  expect(sightings[0]?.newest.text).toBe(
    'Connection failed: \\u001b[31mAuthorization: … \\u202eevil',
  );
  expect(sightings[0]?.server).toBe('a\\u001b');
});

test('of a long line the part around what is known is kept', () => {
  const long = `${'x '.repeat(1500)}does not support dynamic client registration ${'y '.repeat(500)}`;
  const { sightings } = resultOf(source('code-jsonl'), scanned([jsonl(long, 0)]));
  const text = sightings[0]?.newest.text ?? '';
  expect(text).toContain('does not support dynamic client registration');
  expect(text.length).toBeLessThanOrEqual(502);
});

test.each<[LogScan, Partial<LogFile>]>([
  [
    { kind: 'unreadable', reason: 'EACCES' },
    { read: 'none', note: 'EACCES' },
  ],
  [{ kind: 'folder' }, { read: 'none', note: 'This is a folder.' }],
  [
    { kind: 'too-large', size: 5 },
    { read: 'none', size: 5 },
  ],
  [SCAN, { read: 'whole', note: null, size: 1, modifiedAt: 2 }],
])('what became of the file is said: %j', (scan, expected) => {
  expect(createLogReader(source('code-jsonl')).result(scan)).toMatchObject(expected);
});
