import type { Exchange } from '../model/evidence.ts';
import { createSender, type Send } from '../probe/sender.ts';
import type { Inspect } from '../probe/host-inspector.ts';
import type { TraceWork } from './trace-target.ts';
import { withDeadline } from './with-deadline.ts';

/** One run's way out, which can still take back what was made when the run was cancelled. */
export interface TraceSession {
  readonly send: Send;
  readonly inspect: Inspect;
  /** From now on requests hang on a time limit of their own, and no more on the run's signal. */
  startCleanUp(): void;
  close(): void;
}

/** So long taking back may last; a server that hangs must not keep the program (safety L1). */
const CLEAN_UP_MS = 15_000;

/** @param onExchange told of every exchange as soon as it is over, as it was */
export function openTraceSession(
  { planned, request, options }: Pick<TraceWork, 'planned' | 'request' | 'options'>,
  onExchange: (exchange: Exchange) => void,
): TraceSession {
  const { http, clock } = options.ports;
  const { connectTo, ca } = request;
  const session = http.open({ userUrl: planned.url, connectTo, ca });
  let signal = options.signal;
  let release = (): void => undefined;
  const send = createSender({
    session,
    clock,
    onExchange,
    get signal() {
      return signal;
    },
  });
  return {
    send,
    inspect: (url, namedBy) => session.inspect(url, namedBy, signal),
    startCleanUp() {
      const deadline = withDeadline(clock, CLEAN_UP_MS, new AbortController().signal);
      signal = deadline.signal;
      release = deadline.release;
    },
    close() {
      release();
      session.close();
    },
  };
}
