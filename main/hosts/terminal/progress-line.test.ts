import { expect, test } from 'vitest';
import { progressLine } from './progress-line.ts';

function stream(isTTY: boolean, columns = 40) {
  const written: string[] = [];
  const write = (text: string) => written.push(text) > 0;
  return { written, stream: { isTTY, columns, write } as unknown as NodeJS.WriteStream };
}

test('without a terminal nothing is written: a log of every request would bury what matters', () => {
  const { written, stream: pipe } = stream(false);
  const progress = progressLine(pipe);
  progress.show({ text: 'Asking mcp.example.com/mcp', done: 1, total: 3 });
  progress.end();
  expect(written).toEqual([]);
});

test('on a terminal one line is written over itself, within the width, and wiped at the end', () => {
  const { written, stream: terminal } = stream(true);
  const progress = progressLine(terminal);
  progress.show({ text: `Asking ${'x'.repeat(80)}`, done: 1, total: 3 });
  progress.end();
  const [shown = '', wiped = ''] = written;
  expect(shown.startsWith('\r\u001b[2K1/3  Asking')).toBe(true);
  expect(shown.replace('\r\u001b[2K', '').length).toBeLessThan(40);
  expect(wiped).toBe('\r\u001b[2K');
});
