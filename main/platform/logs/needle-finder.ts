/** Looks for many texts at once. */
export interface NeedleFinder {
  /** Bytes of the longest needle; 0 where there is none. */
  readonly longest: number;
  /**
   * Where some needle lies whole between two indexes, or -1. Of several lines that hold one, the
   * first is found; inside a line any needle may be.
   */
  find(bytes: Uint8Array, from: number, to: number): number;
}

interface Candidate {
  readonly needle: Uint8Array;
  /** Bytes of the needle up to the end of its window. */
  readonly reach: number;
}

/** Bytes that are looked at together; texts shorter than this are too rare to be fast for. */
const BLOCK = 3;
const HASHES = 1 << 16;

/**
 * Wu and Manber, “A fast algorithm for multi-pattern searching” (1994): a window as long as the
 * shortest needle moves over the text; a table tells from its last three bytes how far it may jump.
 * So the time depends on the shortest needle (six bytes and more are good), hardly on their number.
 * @param needles as bytes of the text that is searched, without a newline in any
 */
export function createNeedleFinder(needles: readonly Uint8Array[]): NeedleFinder {
  const longest = Math.max(0, ...needles.map((needle) => needle.length));
  if (needles.length === 0) return { longest, find: () => -1 };
  if (needles.some((needle) => needle.length === 0))
    return { longest, find: (_, from, to) => (from < to ? from : -1) };
  const shortest = Math.min(...needles.map((needle) => needle.length));
  return { longest, find: shortest < BLOCK ? byFirstByte(needles) : byWindow(needles, shortest) };
}

function byWindow(needles: readonly Uint8Array[], window: number): NeedleFinder['find'] {
  const { jumps, ends } = tablesOf(needles, window);
  return (bytes, from, to) => {
    let at = from + window - 1;
    while (at < to) {
      const hash = hashAt(bytes, at);
      const jump = jumps[hash] ?? 1;
      at += jump;
      if (jump > 0) continue;
      at += 1;
      const found = matchBefore(bytes, from, at, to, ends.get(hash));
      if (found >= 0) return found;
    }
    return -1;
  };
}

function tablesOf(needles: readonly Uint8Array[], window: number) {
  const furthest = window - BLOCK;
  const jumps = new Uint8Array(HASHES).fill(Math.min(furthest + 1, 255));
  const ends = new Map<number, Candidate[]>();
  for (const needle of needles) {
    const start = rarestWindow(needle, window);
    for (let jump = 0; jump <= Math.min(furthest, 255); jump += 1) {
      const hash = hashAt(needle, start + window - 1 - jump);
      jumps[hash] = Math.min(jumps[hash] ?? 0, jump);
      if (jump > 0) continue;
      const candidate = { needle, reach: start + window };
      ends.set(hash, [...(ends.get(hash) ?? []), candidate]);
    }
  }
  return { jumps, ends };
}

/** Of three bytes, the last of them at an index. */
function hashAt(bytes: Uint8Array, at: number): number {
  const [a, b, c] = [bytes[at - 2] ?? 0, bytes[at - 1] ?? 0, bytes[at] ?? 0];
  return ((a << 10) ^ (b << 5) ^ c) & (HASHES - 1);
}

/** What every log is full of says little; capitals and underscores say much. */
const FREQUENT = new Set(Buffer.from('etaoinsrldcmu 0123456789":,.{}/-[]'));
const isRare = (byte: number) => (byte >= 0x41 && byte <= 0x5a) || byte === 0x5f;
const weightOf = (byte: number) => (FREQUENT.has(byte) ? 0 : isRare(byte) ? 3 : 2);

/** Where in a needle the window lies that other texts share least. */
function rarestWindow(needle: Uint8Array, window: number): number {
  let [best, most] = [0, -1];
  for (let start = 0; start + window <= needle.length; start += 1) {
    const weight = needle
      .subarray(start, start + window)
      .reduce((sum, byte) => sum + weightOf(byte), 0);
    if (weight > most) [best, most] = [start, weight];
  }
  return best;
}

function matchBefore(
  bytes: Uint8Array,
  from: number,
  end: number,
  to: number,
  candidates: readonly Candidate[] = [],
): number {
  for (const { needle, reach } of candidates) {
    const start = end - reach;
    if (start >= from && start + needle.length <= to && isAt(bytes, start, needle)) return start;
  }
  return -1;
}

function isAt(bytes: Uint8Array, start: number, needle: Uint8Array): boolean {
  for (let at = 0; at < needle.length; at += 1) if (bytes[start + at] !== needle[at]) return false;
  return true;
}

function byFirstByte(needles: readonly Uint8Array[]): NeedleFinder['find'] {
  const starts = new Uint8Array(256);
  for (const needle of needles) starts[needle[0] ?? 0] = 1;
  return (bytes, from, to) => {
    for (let at = from; at < to; at += 1) {
      if (starts[bytes[at] ?? 0] !== 1) continue;
      if (needles.some((one) => at + one.length <= to && isAt(bytes, at, one))) return at;
    }
    return -1;
  };
}
