import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { AppError } from '../../contract/errors.ts';
import { startTrace } from '../testing/trace-rig.ts';
import { RULES } from './rules.ts';
import { parseTraceFile } from './trace-file.ts';
import { replayTrace } from './trace.ts';

let saved = '';
beforeAll(async () => {
  saved = JSON.stringify((await startTrace().result).file);
});

/** A report, or the one error that says that it is no trace. */
function outcomeOf(text: string): string {
  try {
    return replayTrace(text, RULES).schema;
  } catch (error) {
    return error instanceof AppError ? error.code : `another error: ${String(error)}`;
  }
}
const FINE = ['unblank.report/1', 'not-a-trace'];

describe('a saved trace', () => {
  test('is read with a byte order mark as well', () => {
    expect(parseTraceFile(`\uFEFF${saved}`)).toEqual(parseTraceFile(saved));
  });

  test.each(['', 'null', '{}', '[]', '{"schema":"unblank.trace/2"}', 'no JSON'])(
    'that is none says so: %j',
    (text) => expect(outcomeOf(text)).toBe('not-a-trace'),
  );

  test('any JSON and any text is a trace or is said to be none', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => outcomeOf(text) === 'not-a-trace'),
    );
  });

  test('with any member changed gives a report or is said to be none', () => {
    const change = fc.tuple(fc.nat(), fc.jsonValue({ maxDepth: 2 }));
    fc.assert(
      fc.property(change, ([at, value]) => {
        const changed = outcomeOf(withChange(saved, at, value));
        expect(FINE).toContain(changed);
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});

/** The same with another value at one of its places. */
function withChange(text: string, at: number, value: unknown): string {
  const root = JSON.parse(text) as Node;
  const places: (readonly [Node, string])[] = [];
  const walk = (node: Node): void => {
    for (const [name, one] of Object.entries(node)) {
      places.push([node, name]);
      if (one !== null && typeof one === 'object') walk(one as Node);
    }
  };
  walk(root);
  const [node, name] = places[at % places.length]!;
  node[name] = value;
  return JSON.stringify(root);
}
type Node = Record<string, unknown>;
