import type { Exchange, Purpose } from '../model/evidence.ts';
import type { Clock, HttpRequest, HttpSession } from '../ports.ts';
import type { Step } from '../../contract/words.ts';

/** Sends a request for a purpose and records what became of it. */
export type Send = (request: HttpRequest, step: Step, purpose: Purpose) => Promise<Exchange>;

export interface SenderOptions {
  readonly session: HttpSession;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Called with every exchange as soon as it is over. */
  readonly onExchange: (exchange: Exchange) => void;
}

/**
 * Makes the one function through which a gatherer sends. Exchanges are numbered in the order in
 * which they were started, so that a trace reads as it was asked.
 */
export function createSender(options: SenderOptions): Send {
  let count = 0;
  return async (request, step, purpose) => {
    const id = `x${(count += 1)}`;
    const startedAt = options.clock.now();
    const from = options.clock.monotonic();
    const outcome = await options.session.send(request, options.signal);
    const durationMs = options.clock.monotonic() - from;
    const { method, url, headers, body } = request;
    const asked = { method, url, headers, body };
    const exchange = { id, step, purpose, startedAt, durationMs, request: asked, outcome };
    options.onExchange(exchange);
    return exchange;
  };
}
