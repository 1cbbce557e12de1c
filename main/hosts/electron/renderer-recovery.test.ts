import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import { createFaultLog } from './fault-log.ts';
import { recoverRenderer } from './renderer-recovery.ts';

function watch() {
  const contents = Object.assign(new EventEmitter(), { reload: vi.fn() });
  const lines: string[] = [];
  const show = vi.fn();
  const quit = vi.fn();
  const log = createFaultLog(
    (line) => lines.push(line),
    () => 'ref',
  );
  recoverRenderer(contents as never, { log, show, quit });
  const crash = (reason = 'crashed') =>
    contents.emit('render-process-gone', {}, { reason, exitCode: 5 });
  return { contents, lines, show, quit, crash };
}

test('A12: the first crash is logged and the page comes back', () => {
  const { contents, lines, show, crash } = watch();
  crash();
  expect(contents.reload).toHaveBeenCalledOnce();
  expect(lines.join()).toContain('crashed, code 5');
  expect(show).not.toHaveBeenCalled();
});

test('A12: the second crash is shown with its reference and the app ends', () => {
  const { contents, show, quit, crash } = watch();
  crash();
  crash('oom');
  expect(contents.reload).toHaveBeenCalledOnce();
  expect(show.mock.calls[0]?.[1]).toContain('reference ref');
  expect(quit).toHaveBeenCalledOnce();
});

test('A12: a process that ended as it should is not a crash', () => {
  const { contents, lines, crash } = watch();
  crash('clean-exit');
  expect(contents.reload).not.toHaveBeenCalled();
  expect(lines).toEqual([]);
});

test('A12: a preload that breaks is shown: without it the page is dead', () => {
  const { contents, lines, show, quit } = watch();
  contents.emit('preload-error', {}, 'preload.cjs', new Error('no bridge'));
  expect(lines.join()).toContain('no bridge');
  expect(show).toHaveBeenCalledOnce();
  expect(quit).toHaveBeenCalledOnce();
});

test('A12: a hang is logged', () => {
  const { contents, lines } = watch();
  contents.emit('unresponsive');
  expect(lines.join()).toContain('does not respond');
});
