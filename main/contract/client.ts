import { AppError, type AppErrorData } from './errors.ts';
import type { CallInput, CallName, CallOutput, EventName, EventPayload } from './table.ts';

/** What a host answers to a call: the result or a coded failure, never a thrown text. */
export type CallAnswer = { ok: true; value: unknown } | { ok: false; error: AppErrorData };

/** The two primitives a host gives to its window. */
export interface Transport {
  call(name: string, input: unknown): Promise<CallAnswer>;
  listen(name: string, listener: (payload: unknown) => void): () => void;
}

type CallsOf = {
  readonly [N in CallName]: (input: CallInput<N>) => Promise<CallAnswer>;
};
type EventsOf = {
  readonly [N in EventName]: (listener: (payload: EventPayload<N>) => void) => () => void;
};

/** What a window sees as `window.unblank`: one function per row of the table and nothing else (B4). */
export interface Bridge {
  readonly calls: CallsOf;
  readonly events: EventsOf;
}

/** The channel names of the table, without its schemas, for code that must stay small. */
export interface ChannelNames {
  readonly calls: readonly string[];
  readonly events: readonly string[];
}

/**
 * Builds the bridge that a preload exposes: only listed names, no way to name another channel.
 * @param names the channel names of the table
 * @param transport the host's two primitives
 */
export function createBridge(names: ChannelNames, transport: Transport): Bridge {
  const calls = names.calls.map((name) => [name, (input: unknown) => transport.call(name, input)]);
  const events = names.events.map((name) => [
    name,
    (listener: (payload: unknown) => void) => transport.listen(name, listener),
  ]);
  return {
    calls: Object.fromEntries(calls) as CallsOf,
    events: Object.fromEntries(events) as EventsOf,
  };
}

/** The client that screens use: results as promises, failures as AppError. */
export interface Client {
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>>;
  on<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void;
}

/** Turns a bridge into a client. */
export function createClient(bridge: Bridge): Client {
  return {
    async call(name, input) {
      const answer = await bridge.calls[name](input as never);
      if (!answer.ok) throw new AppError(answer.error.code, answer.error.params);
      return answer.value as never;
    },
    on: (name, listener) => bridge.events[name](listener as never),
  };
}
