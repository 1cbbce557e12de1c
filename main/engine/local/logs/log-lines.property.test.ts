import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LogFile, LogFormat } from '../../model/log-evidence.ts';
import type { ScannedLine } from '../../ports.ts';
import { sampleLogLine } from '../../testing/sample-log-line.ts';
import { createLogReader } from './log-reader.ts';
import { SIGNATURES } from './signatures/index.ts';

const RUNS = 10_000;
/** Much for a machine that does other things as well. */
const TIME = 120_000;
const FORMATS: readonly LogFormat[] = [
  'desktop-mcp',
  'desktop-server',
  'desktop-main',
  'code-jsonl',
  'code-debug',
  'remote-debug',
  'remote-text',
];
const SAMPLES = SIGNATURES.map(({ sample }) => sample);

/** What changes how a text is read, and what looks like the beginning of another line. */
const HOSTILE = [
  '\u001b[31m',
  '\u202e',
  '\u0000',
  '\n',
  '\r',
  '\u2028',
  '\ud800',
  '\\u001b[2J',
  '"}',
  '{"debug":"',
  ' { metadata: {',
  '[1] [2] ',
  '2026-11-20T10:00:00.000Z [error] [victim] ',
  '[ERROR] MCP server "victim": ',
  '[2026-11-20T10:00:00.000Z][1] ',
  '%s',
  '😀',
];

type Edit = readonly [kind: 'cut' | 'insert' | 'repeat', at: number, text: string];
const edit: fc.Arbitrary<Edit> = fc.tuple(
  fc.constantFrom('cut', 'insert', 'repeat'),
  fc.nat(400),
  fc.oneof(fc.constantFrom(...HOSTILE), fc.constantFrom(...SAMPLES), fc.string({ maxLength: 20 })),
);

function edited(line: string, edits: readonly Edit[]): string {
  return edits.reduce((text, [kind, at, part]) => {
    const place = text.length === 0 ? 0 : at % text.length;
    if (kind === 'cut') return text.slice(0, place) + text.slice(place + part.length);
    const inserted = kind === 'insert' ? part : part.repeat(5);
    return text.slice(0, place) + inserted + text.slice(place);
  }, line);
}

const hostileLine = (format: LogFormat): fc.Arbitrary<ScannedLine> =>
  fc
    .record({
      sample: fc.constantFrom(...SAMPLES),
      edits: fc.array(edit, { maxLength: 4 }),
      before: fc.boolean(),
      head: fc.option(fc.constantFrom(...SAMPLES), { nil: null }),
      offset: fc.nat(),
    })
    .map(({ sample, edits, before, head, offset }) => ({
      offset,
      line: offset + 1,
      text: before
        ? sampleLogLine(format, edited(sample, edits))
        : edited(sampleLogLine(format, sample), edits),
      head: head === null ? null : sampleLogLine(format, head),
    }));

const log = fc.constantFrom(...FORMATS).chain((format) =>
  fc.record({
    format: fc.constant(format),
    server: fc.option(fc.constantFrom('acme', 'a\u001b', 'v\u202ei'), { nil: null }),
    lines: fc.array(hostileLine(format), { minLength: 1, maxLength: 6 }),
  }),
);

interface Sample {
  readonly format: LogFormat;
  readonly server: string | null;
  readonly lines: readonly ScannedLine[];
}

function resultOf({ format, server, lines }: Sample): {
  readonly log: LogFile;
  readonly all: string;
} {
  const reader = createLogReader({
    client: 'claude-code',
    format,
    file: '/log\u001b',
    server,
    project: null,
    hash: null,
  });
  const events = reader.take(lines);
  const result = reader.result({ kind: 'missing' });
  return { log: result, all: allText([events, result]) };
}

/** Every text in a value, one per line. */
function allText(value: unknown): string {
  if (typeof value === 'string') return `${value}\n`;
  if (value === null || typeof value !== 'object') return '';
  return Object.values(value).map(allText).join('');
}

const CONTROL =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]|\p{Cs}/u;

describe(`any log, ${RUNS} times`, () => {
  test(
    'H13: nothing crashes, and no control character comes out',
    () => {
      fc.assert(
        fc.property(log, (sample) => {
          expect(CONTROL.exec(resultOf(sample).all)).toBeNull();
        }),
        { numRuns: RUNS },
      );
    },
    TIME,
  );

  test(
    'H13: a log of one server tells of no other',
    () => {
      fc.assert(
        fc.property(log, (sample) => {
          const { log: read } = resultOf({ ...sample, server: 'own' });
          const named = [...read.sightings, ...read.incidents].map(({ server }) => server);
          expect(new Set([...named, 'own'])).toEqual(new Set(['own']));
        }),
        { numRuns: RUNS },
      );
    },
    TIME,
  );
});

const SECRET = 's3cr3tQx7Zk9Lm2Vt8';
const PLANTED = [
  `Authorization: Bearer ${SECRET}`,
  `"access_token":"${SECRET}"`,
  `access_token\\":\\"${SECRET}`,
  `https://auth.example.com/cb?code=${SECRET}&state=1`,
  `http://localhost:1/callback?code=${SECRET}`,
  `refresh_token=${SECRET}`,
  `{ client_secret: '${SECRET}' }`,
  `https://ada:${SECRET}@mcp.example.com/`,
  `Cookie: session=${SECRET}`,
  `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.${SECRET}${SECRET}`,
];

const planted = fc
  .record({
    format: fc.constantFrom(...FORMATS),
    sample: fc.constantFrom(...SAMPLES),
    secret: fc.constantFrom(...PLANTED),
    at: fc.constantFrom('before', 'after'),
    filler: fc.nat(700),
    head: fc.boolean(),
  })
  .map(({ format, sample, secret, at, filler, head }): Sample => {
    const space = 'x '.repeat(filler);
    const message =
      at === 'before' ? `${secret} ${space}${sample}` : `${sample} ${space} ${secret}`;
    const text = sampleLogLine(format, message);
    return {
      format,
      server: null,
      lines: [{ offset: 1, line: 1, text, head: head ? sampleLogLine(format, secret) : null }],
    };
  });

test(
  'H2: no planted secret comes out, wherever it stands in the line',
  () => {
    fc.assert(
      fc.property(planted, (sample) => {
        expect(resultOf(sample).all).not.toContain(SECRET);
      }),
      { numRuns: RUNS },
    );
  },
  TIME,
);
