import type { OutboundLimits } from '../../engine/safety/outbound-limits.ts';
import { createEventScanner } from './event-stream.ts';

/** Collects a decompressed body as text and says when it has enough. */
export interface BodySink {
  /** Counts bytes as they came over the wire, before decompression. */
  countWire(length: number): void;
  /** Takes decompressed bytes. @returns true when no more may come: cap, ratio, or first event */
  push(bytes: Uint8Array): boolean;
  /** The text so far; `ended` where the body came to its own end, so that nothing is held back. */
  text(ended: boolean): string;
}

/**
 * @param limits cap and ratio, both checked after decompression (safety D20, E5)
 * @param eventStream true where the stream is left after its first event
 * @returns a sink that decodes UTF-8 as every client does: no byte order mark, U+FFFD for bad bytes
 */
export function createBodySink(limits: OutboundLimits, eventStream: boolean): BodySink {
  const decoder = new TextDecoder();
  const scan = eventStream ? createEventScanner() : () => null;
  let text = '';
  let wire = 0;
  let size = 0;
  return {
    countWire(length) {
      wire += length;
    },
    push(bytes) {
      // SECURITY: E5, D20
      const room = limits.bodyBytes - size;
      size += Math.min(bytes.length, room);
      const piece = decoder.decode(bytes.subarray(0, room), { stream: true });
      const end = scan(piece);
      text += piece;
      if (end !== null) text = text.slice(0, end);
      const bomb = size > limits.inflateFloorBytes && size > wire * limits.inflateRatio;
      return bytes.length > room || bomb || end !== null;
    },
    text: (ended) => (ended ? text + decoder.decode() : text),
  };
}
