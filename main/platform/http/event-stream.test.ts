import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createEventScanner } from './event-stream.ts';

/** What the scanner tells when the text comes in these pieces. */
function endIn(pieces: readonly string[]): number | null {
  const scan = createEventScanner();
  for (const piece of pieces) {
    const end = scan(piece);
    if (end !== null) return end;
  }
  return null;
}

test.each([
  ['data: a\n\n', 9],
  ['data:a\r\n\r\n', 9],
  ['data: a\r\r', 9],
  ['event: endpoint\ndata: /messages\n\nmore', 33],
  [': comment\n\n', null],
  ['event: message\n\n', null],
  ['id: 1\ndata:\n\n', null],
  ['id: 1\ndata: \n\n', null],
  ['data\n\n', null],
  ['data:  \n\n', 9],
  ['data: a\n', null],
  ['database: a\n\n', null],
  ['data:\ndata: b\n\n', 15],
  ['\n\n\n', null],
  ['', null],
])('in %j the first event ends at %s', (text, end) => {
  expect(endIn([text])).toBe(end);
});

const line = fc.constantFrom(
  'data: x',
  'data:',
  'data: ',
  ': ping',
  'id: 1',
  'event: m',
  'junk',
  '',
);
const ending = fc.constantFrom('\n', '\r\n', '\r');
const stream = fc
  .array(fc.tuple(line, ending).map((pair) => pair.join('')))
  .map((lines) => lines.join(''));

test('it does not matter in which pieces the stream comes', () => {
  fc.assert(
    fc.property(stream, fc.array(fc.nat(120)), (text, cuts) => {
      const places = [0, ...cuts.filter((cut) => cut < text.length).sort((a, b) => a - b)];
      const pieces = places.map((from, i) => text.slice(from, places[i + 1]));
      expect(endIn(pieces)).toBe(endIn([text]));
    }),
  );
});

test('an end is told exactly where a line with data is followed by an empty line', () => {
  fc.assert(
    fc.property(stream, (text) => {
      const lines = text.split(/\r\n|\n|\r/u).slice(0, -1);
      const first = lines.findIndex((one) => one === 'data: x');
      const dispatched = first !== -1 && lines.indexOf('', first) !== -1;
      expect(endIn([text]) !== null).toBe(dispatched);
    }),
  );
});
