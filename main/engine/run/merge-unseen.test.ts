import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeUnseen } from './merge-unseen.ts';

const LOG = 'The log would tell.';

test('what two servers leave open in the same words is said once', () => {
  const line = { what: 'F06 A firewall', why: 'Not from here.' };
  expect(mergeUnseen([line, { what: 'x', why: 'y' }, line])).toEqual([
    line,
    { what: 'x', why: 'y' },
  ]);
});

test('modes that need the same look share a line', () => {
  const merged = mergeUnseen([
    { what: 'F07 An edge', why: LOG },
    { what: 'F102 A limit', why: LOG },
  ]);
  expect(merged).toEqual([{ what: 'F07 An edge; F102 A limit', why: LOG }]);
});

test('files and addresses stay apart, whatever was the matter', () => {
  const lines = ['a.json', 'b.json'].map((what) => ({ what, why: 'Stopped.' }));
  expect(mergeUnseen(lines)).toEqual(lines);
});

test('nothing is lost', () => {
  const line = fc.record({ what: fc.string(), why: fc.string() });
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const all = mergeUnseen(lines)
        .map(({ what }) => what)
        .join('\n');
      for (const { what } of lines) expect(all).toContain(what);
    }),
  );
});
