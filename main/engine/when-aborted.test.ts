import { describe, expect, test, vi } from 'vitest';
import { whenAborted } from './when-aborted.ts';

describe('waiting for the end of a run', () => {
  test('everybody who waits is called, by one listener', () => {
    const { signal, ...controller } = withSpy();
    const called: number[] = [];
    for (let index = 0; index < 20; index += 1) whenAborted(signal, () => called.push(index));
    expect(controller.added).toHaveBeenCalledTimes(1);
    controller.abort();
    expect(called).toHaveLength(20);
  });

  test('who took it back is not called', () => {
    const { signal, abort } = withSpy();
    const stop = vi.fn();
    whenAborted(signal, stop)();
    abort();
    expect(stop).not.toHaveBeenCalled();
  });

  test('a signal that is already aborted calls at once', () => {
    const stop = vi.fn();
    whenAborted(AbortSignal.abort(), stop);
    expect(stop).toHaveBeenCalledTimes(1);
  });
});

function withSpy() {
  const controller = new AbortController();
  const added = vi.spyOn(controller.signal, 'addEventListener');
  return { signal: controller.signal, added, abort: () => controller.abort() };
}
