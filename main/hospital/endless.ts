import type { Stream } from './message.ts';

/** Milliseconds between two bytes: often enough that no idle time-out of a client ends it. */
const DRIP_MS = 250;

/** Headers at once, then a blank now and then (white space may stand before any JSON), for ever. */
export const ENDLESS: Stream = {
  kind: 'stream',
  status: 200,
  headers: { 'content-type': 'application/json' },
  open: (write) => {
    write(' ');
    const timer = setInterval(() => write(' '), DRIP_MS);
    return () => clearInterval(timer);
  },
};
