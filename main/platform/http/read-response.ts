import type { IncomingMessage } from 'node:http';
import type { Clock, Headers, HttpOutcome } from '../../engine/ports.ts';
import type { OutboundLimits } from '../../engine/safety/outbound-limits.ts';
import { createBodySink, type BodySink } from './body-sink.ts';
import { failure, failureOf } from './failure.ts';
import { inflated } from './inflate.ts';
import { Stopped, unlessStopped, type Stop } from './stop.ts';

export interface ReadOptions {
  readonly limits: OutboundLimits;
  readonly clock: Clock;
  readonly stop: Stop;
  /** Silence after which an event stream is left. */
  readonly streamSilenceMs: number;
}

/**
 * Reads a response to its end or to the first limit. Never rejects for what the network does.
 * @returns the response, `truncated` where the cap, the ratio guard, the first event, silence on a
 *   stream or the total deadline ended it; a failure where the body broke off or was cancelled
 */
export async function readResponse(
  response: IncomingMessage,
  options: ReadOptions,
): Promise<HttpOutcome> {
  const headers = headersOf(response);
  const outcome =
    headers.length > options.limits.headerCount
      ? failure('protocol', 'TOO_MANY_HEADERS', `The response has ${headers.length} header lines`)
      : await readBody(response, headers, options);
  if (outcome.kind === 'failure' || outcome.response.truncated) response.destroy();
  return outcome;
}

/** Header lines as they came: names in the server's spelling, repeated lines apart. */
export function headersOf(response: IncomingMessage): Headers {
  const raw = response.rawHeaders;
  return Array.from({ length: raw.length / 2 }, (_, i) => [raw[2 * i] ?? '', raw[2 * i + 1] ?? '']);
}

async function readBody(
  response: IncomingMessage,
  headers: Headers,
  options: ReadOptions,
): Promise<HttpOutcome> {
  const eventStream = /^\s*text\/event-stream\b/iu.test(valueOf(headers, 'content-type') ?? '');
  const sink = createBodySink(options.limits, eventStream);
  const pieces = inflated(counted(response, sink), valueOf(headers, 'content-encoding'));
  const result = (ended: boolean): HttpOutcome => {
    const body = sink.text(ended);
    const status = response.statusCode ?? 0;
    return { kind: 'response', response: { status, headers, body, truncated: !ended } };
  };
  try {
    return result(await collect(pieces, sink, options, eventStream));
  } catch (error) {
    if (!(error instanceof Stopped)) return failureOf(error, 'reset');
    return error.failure.failure === 'timeout' ? result(false) : error.failure;
  }
}

/** @returns true where the body came to its own end @throws Stopped, or what the body ended with */
async function collect(
  pieces: AsyncIterator<Uint8Array>,
  sink: BodySink,
  options: ReadOptions,
  eventStream: boolean,
): Promise<boolean> {
  for (;;) {
    const next = eventStream ? nextUnlessSilent(pieces, options) : pieces.next();
    const piece = await unlessStopped(options.stop, next);
    if (piece === null) return false;
    if (piece.done === true) return true;
    if (sink.push(piece.value)) return false;
  }
}

/** The next piece of an event stream, or null after too long a silence. */
async function nextUnlessSilent(
  pieces: AsyncIterator<Uint8Array>,
  { clock, streamSilenceMs }: ReadOptions,
): Promise<IteratorResult<Uint8Array> | null> {
  let callOff = (): void => undefined;
  const silence = new Promise<null>((resolve) => {
    callOff = clock.after(streamSilenceMs, () => resolve(null));
  });
  return await Promise.race([pieces.next(), silence]).finally(() => callOff());
}

async function* counted(
  response: AsyncIterable<Uint8Array>,
  sink: BodySink,
): AsyncGenerator<Uint8Array> {
  for await (const bytes of response) {
    sink.countWire(bytes.length);
    yield bytes;
  }
}

function valueOf(headers: Headers, name: string): string | null {
  return headers.find(([key]) => key.toLowerCase() === name)?.[1] ?? null;
}
