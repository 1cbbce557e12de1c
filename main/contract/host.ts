import { AppError, type AppErrorData } from './errors.ts';
import type { CallAnswer } from './client.ts';
import {
  CALLS,
  EVENTS,
  type CallInput,
  type CallName,
  type CallOutput,
  type EventName,
  type EventPayload,
} from './table.ts';

export type Handlers = {
  readonly [N in CallName]: (input: CallInput<N>) => Promise<CallOutput<N>> | CallOutput<N>;
};

/** Sends one event to the window. */
export type Emit = <N extends EventName>(name: N, payload: EventPayload<N>) => void;

export interface HostOptions {
  /** Monotonic milliseconds, for the call limit. */
  readonly now: () => number;
  /** Called for everything that is a bug; returns the reference to show. */
  readonly onBug: (error: unknown) => string;
  /** Parse outputs and events too; on in development and tests (safety B3). */
  readonly strict: boolean;
}

// SECURITY: B9. At most 50 calls in a second and 1 MB a call.
const CALLS_PER_SECOND = 50;
const CALL_CHARACTERS = 1_000_000;

/**
 * The host's reader of the table: takes a raw call of a window whose sender was already checked
 * (safety B1), parses it, runs its handler and answers with a result or a coded failure. It never
 * throws and never answers with a stack, a path or the text of a schema error (B5, B6).
 */
export function createHost(handlers: Handlers, options: HostOptions) {
  const limit = createCallLimit(options.now);
  const answer = async (name: string, input: unknown): Promise<CallAnswer> => {
    try {
      limit();
      const call = parseCall(name, input);
      const value = await (handlers[call.name] as (input: unknown) => unknown)(call.input);
      return { ok: true, value: options.strict ? CALLS[call.name].output.parse(value) : value };
    } catch (error) {
      return { ok: false, error: toErrorData(error, options.onBug) };
    }
  };
  const checkEvent: Emit = (name, payload) => {
    if (options.strict) EVENTS[name].parse(payload);
  };
  return { answer, checkEvent };
}

/** The coded form of any thrown value; what is not coded is a bug and gets a reference. */
export function toErrorData(error: unknown, onBug: (error: unknown) => string): AppErrorData {
  if (error instanceof AppError) return { code: error.code, params: error.params };
  return { code: 'internal', params: { reference: onBug(error) } };
}

function parseCall(name: string, input: unknown): { name: CallName; input: unknown } {
  if (!Object.hasOwn(CALLS, name)) throw new AppError('call-refused', { reason: 'unknown call' });
  if ((JSON.stringify(input) ?? '').length > CALL_CHARACTERS)
    throw new AppError('call-refused', { reason: 'too large' });
  const parsed = CALLS[name as CallName].input.safeParse(input);
  if (!parsed.success) throw new AppError('call-refused', { reason: 'wrong form' });
  return { name: name as CallName, input: parsed.data };
}

function createCallLimit(now: () => number): () => void {
  let recent: number[] = [];
  return () => {
    const time = now();
    recent = recent.filter((at) => time - at < 1000);
    if (recent.length >= CALLS_PER_SECOND) throw new AppError('too-many-calls');
    recent.push(time);
  };
}
