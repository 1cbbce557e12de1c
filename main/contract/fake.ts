import type { CallAnswer, Client, Transport } from './client.ts';
import { createBridge, createClient } from './client.ts';
import { createHost, type Emit, type Handlers } from './host.ts';
import { CALLS, EVENTS } from './table.ts';
import { AppError } from './errors.ts';

/**
 * The test double of a host, derived from the same table: calls go through the real parsing, the
 * handlers are given by the test, and events are sent by hand.
 * @param handlers answers for the calls the test expects; any other call is refused
 */
export function createFakeHost(handlers: Partial<Handlers>): {
  client: Client;
  transport: Transport;
  emit: Emit;
  seen: { name: string; input: unknown }[];
} {
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  const seen: { name: string; input: unknown }[] = [];
  const host = createHost(completeHandlers(handlers), {
    now: createTicker(),
    onBug: (error) => {
      throw error;
    },
    strict: true,
  });
  const transport: Transport = {
    async call(name, input): Promise<CallAnswer> {
      seen.push({ name, input });
      return host.answer(name, input);
    },
    listen(name, listener) {
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set.add(listener));
      return () => set.delete(listener);
    },
  };
  const names = { calls: Object.keys(CALLS), events: Object.keys(EVENTS) };
  const emit: Emit = (name, payload) => {
    host.checkEvent(name, payload);
    for (const listener of listeners.get(name) ?? []) listener(payload);
  };
  return { client: createClient(createBridge(names, transport)), transport, emit, seen };
}

function completeHandlers(handlers: Partial<Handlers>): Handlers {
  const refuse = () => {
    throw new AppError('call-refused', { reason: 'no handler in this test' });
  };
  const all = Object.keys(CALLS).map((name) => [name, refuse]);
  return { ...Object.fromEntries(all), ...handlers } as Handlers;
}

function createTicker(): () => number {
  let time = 0;
  return () => (time += 100);
}
