import { EventEmitter } from 'node:events';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFaultLog, watchFaults } from './fault-log.ts';

function createLog() {
  const lines: string[] = [];
  let count = 0;
  const log = createFaultLog(
    (line) => lines.push(line),
    () => `ref-${++count}`,
  );
  return { log, lines };
}

test('L3: what nobody caught is reported with a reference', () => {
  const { log, lines } = createLog();
  const target = new EventEmitter();
  watchFaults(target, log);
  target.emit('unhandledRejection', new Error('lost promise'));
  target.emit('uncaughtException', 'thrown text');
  expect(lines[0]).toMatch(/^unblank: fault ref-1: Error: lost promise/);
  expect(lines[1]).toBe('unblank: fault ref-2: thrown text\n');
});

test('B6: the reference that is shown is the one in the log', () => {
  const { log, lines } = createLog();
  const reference = log.fault(new Error('x'));
  expect(lines[0]).toContain(reference);
});

test('H13: one event is one line, whatever it holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { log, lines } = createLog();
      log.note(text);
      log.fault(text);
      for (const line of lines) expect(line).toMatch(/^[^\p{Cc}\p{Zl}\p{Zp}]*\n$/u);
    }),
  );
});
