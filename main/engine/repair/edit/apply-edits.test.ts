import { describe, expect, test } from 'vitest';
import type { EditOperation } from '../../model/operation.ts';
import { applyEdits } from './apply-edits.ts';

const FILE = 'config.json';

function edited(text: string, ...operations: readonly EditOperation[]): string {
  const files = new Map([[FILE, new TextEncoder().encode(text)]]);
  const result = applyEdits(files, operations);
  if (result.kind === 'problem') return `PROBLEM ${result.reason}`;
  const bytes = result.files.get(FILE);
  return bytes === null || bytes === undefined ? 'REMOVED' : new TextDecoder().decode(bytes);
}
const set = (pointer: string, value: unknown): EditOperation =>
  ({ kind: 'set-value', file: FILE, pointer, value }) as EditOperation;
const remove = (pointer: string): EditOperation => ({ kind: 'remove-value', file: FILE, pointer });

describe('applyEdits', () => {
  test('tries', () => {
    const out = [
      edited('', set('/a/b', 1)),
      edited('{}', set('/a/b', 1)),
      edited('{"a":1}', set('/b/c', { d: [1, 2] })),
      edited('{ "a": 1 }\n', set('/b/c', { d: [1, 2] })),
      edited('{\r\n\t"a": 1, // about a\r\n\t// end\r\n}', set('/b/c', { d: [1, 2] })),
      edited('{\n    "a": 1 // about a\n}\n', set('/b', { d: [1, {}] })),
      edited('{\n    "a": {}\n}\n', set('/a/b', { d: [1, {}] })),
      edited('{\n  "a": 1, // a\n  // b\n  "b": 2 // bb\n}\n', remove('/b')),
      edited('{\n  "a": 1,\n\n  "b": 2\n}\n', remove('/b')),
      edited('{\n  "a": 1,\n\n  "b": 2,\n\n  "c": 3\n}\n', remove('/b')),
      edited('{\n  "a": 1, // a\n  "b": 2\n}\n', remove('/a')),
      edited('{"a":1,"b":2}', remove('/a')),
      edited('{"a":1, "b":2}', remove('/b')),
      edited('{"a":1, "a":2, "c": 4}', remove('/a')),
      edited('{"a":[1, 2, 3]}', remove('/a/1'), set('/a/-', 9), set('/a/0/x', 3)),
    ];
    console.log(out.join('\n-----\n'));
    expect(out.length).toBe(15);
  });
});
