/**
 * What one request may cost us, whatever the server does. The one table of these numbers: the real
 * port, the fake and the tests read them here.
 */
export const OUTBOUND_LIMITS = {
  // SECURITY: E5
  /** From the first address tried to a connection ready for the request, TLS included. */
  connectMs: 5_000,
  /** From the request sent to the end of the response headers. */
  headersMs: 10_000,
  /** The whole request, waiting for the rate limit not included. */
  totalMs: 30_000,
  /** Silence after which an event stream is left that owes us nothing (answer to a GET). */
  streamSilenceMs: 1_000,
  /** The same where the stream owes the reply to our POST: some servers think before they speak. */
  streamReplyMs: 5_000,
  /** How long one address may be silent before the next one is tried as well (RFC 8305 §5). */
  nextAddressMs: 250,
  // SECURITY: D20
  /** Body in bytes, counted after decompression. */
  bodyBytes: 256 * 1024,
  /** The same for what a token endpoint answers. */
  tokenBodyBytes: 64 * 1024,
  /** A body may grow to this many times what came over the wire, once it is over the floor. */
  inflateRatio: 100,
  inflateFloorBytes: 64 * 1024,
  /** All header lines together, and their number. */
  headerBytes: 64 * 1024,
  headerCount: 200,
  /** A URL longer than this is not sent. */
  urlLength: 8_192,
  // SECURITY: E10
  /** Requests to one host: so many at once (one whole probe of one origin), then so many a second. */
  burst: 48,
  refillPerSecond: 5,
} as const;

export type OutboundLimits = { readonly [K in keyof typeof OUTBOUND_LIMITS]: number };
