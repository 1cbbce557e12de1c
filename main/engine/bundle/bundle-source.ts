/** One part of a bundle before redaction: where its text comes from, and what it is. */
export interface BundleSource {
  /** Ours, fixed by what it is; never a path from outside (safety H11). */
  readonly name: string;
  /** For people, in one line; may hold names from outside, which are redacted. */
  readonly what: string;
  /** The file it was read from, or null. */
  readonly from: string | null;
  /** Raw text in pieces; redaction comes after it. @throws AppError where it cannot be read */
  readonly pieces: () => AsyncIterable<string>;
}

/** What the bundle gathers, and what it leaves out, a line each. */
export interface GatheredSources {
  readonly sources: readonly BundleSource[];
  readonly leftOut: readonly string[];
}

/** A source of one piece. @param text made when it is written, so that what it hides is counted then */
export function textSource(
  name: string,
  what: string,
  text: () => string,
  from: string | null = null,
): BundleSource {
  return {
    ...{ name, what, from },
    async *pieces() {
      yield text();
    },
  };
}
