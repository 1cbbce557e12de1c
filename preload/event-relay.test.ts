import { expect, test, vi } from 'vitest';
import { createEventRelay } from './event-relay.ts';

test('B4: a listener gets the payload of its own event and nothing else', () => {
  const relay = createEventRelay();
  const progress = vi.fn();
  const finished = vi.fn();
  relay.listen('progress', progress);
  relay.listen('finished', finished);
  relay.deliver('progress', { done: 1 });
  expect(progress.mock.calls).toEqual([[{ done: 1 }]]);
  expect(finished).not.toHaveBeenCalled();
});

test('who stops listening hears nothing more, and the others still do', () => {
  const relay = createEventRelay();
  const first = vi.fn();
  const second = vi.fn();
  const stop = relay.listen('progress', first);
  relay.listen('progress', second);
  expect(stop()).toBeUndefined();
  relay.deliver('progress', 1);
  expect(first).not.toHaveBeenCalled();
  expect(second).toHaveBeenCalledOnce();
});

test('the same function may listen twice and stop once', () => {
  const relay = createEventRelay();
  const listener = vi.fn();
  relay.listen('progress', listener);
  relay.listen('progress', listener)();
  relay.deliver('progress', 1);
  expect(listener).toHaveBeenCalledOnce();
});

test('an event that nobody knows is dropped', () => {
  expect(() => createEventRelay().deliver('__proto__', 1)).not.toThrow();
});
