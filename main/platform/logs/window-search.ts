import { isAt, type NeedleFinder, type NeedleSearch } from './needle-finder.ts';

/** By the last three bytes of a window, as their hash. */
interface Tables {
  /** Bytes of a window. */
  readonly window: number;
  /** How far a window may jump; 0 where a needle may lie. */
  readonly jumps: Uint8Array;
  /** The needles that may lie there. */
  readonly ends: ReadonlyMap<number, readonly Candidate[]>;
}
interface Candidate {
  readonly needle: Uint8Array;
  /** Bytes of the needle up to the end of its window. */
  readonly reach: number;
}

const BYTES = 3;
const HASHES = 1 << 16;
const LONGEST_JUMP = 255;
/** Bytes of which the ends of windows are noted at once, in four lanes. */
const LANE = 16 * 1024;
const BLOCK = 4 * LANE;

/**
 * Wu and Manber, “A fast algorithm for multi-pattern searching” (1994): a window as long as the
 * shortest needle moves over the text; a table tells from its last three bytes how far it may jump.
 * The time depends on the shortest needle and hardly on their number: with four bytes it is as fast
 * as ripgrep, each further one makes it faster.
 * @param needles of three bytes and more
 */
export function createWindowSearch(needles: readonly Uint8Array[]): NeedleFinder['search'] {
  const tables = tablesOf(needles);
  const places = new Int32Array(BLOCK);
  return (bytes, begin, to): NeedleSearch => {
    let [block, noted, turn] = [begin + tables.window - 1, 0, 0];
    return {
      next(from) {
        for (;;) {
          while (turn < noted) {
            const end = (places[turn] ?? 0) + 1;
            turn += 1;
            const found = end < from ? -1 : matchBefore(tables, bytes, from, end, to);
            if (found >= 0) return found;
          }
          if (block >= to) return -1;
          const next = Math.min(block + BLOCK, to);
          [noted, turn] = [noteEnds(tables.jumps, bytes, block, next, places), 0];
          block = next;
        }
      },
    };
  };
}

function tablesOf(needles: readonly Uint8Array[]): Tables {
  const window = Math.min(...needles.map((needle) => needle.length));
  const furthest = Math.min(window - BYTES, LONGEST_JUMP - 1);
  const jumps = new Uint8Array(HASHES).fill(furthest + 1);
  const ends = new Map<number, Candidate[]>();
  for (const needle of needles) {
    const reach = rarestWindow(needle, window) + window;
    for (let jump = 0; jump <= furthest; jump += 1) {
      const hash = hashAt(needle, reach - 1 - jump);
      jumps[hash] = Math.min(jumps[hash] ?? 0, jump);
    }
    const hash = hashAt(needle, reach - 1);
    ends.set(hash, [...(ends.get(hash) ?? []), { needle, reach }]);
  }
  return { window, jumps, ends };
}

/** Of three bytes, the last of them at an index. */
function hashAt(bytes: Uint8Array, at: number): number {
  const far = (bytes[at - 2] ?? 0) << 10;
  return (far ^ ((bytes[at - 1] ?? 0) << 5) ^ (bytes[at] ?? 0)) & (HASHES - 1);
}

/** What every log is full of says little; capitals and underscores say much. */
const FREQUENT = new Set(Buffer.from('etaoinsrldcmu 0123456789":,.{}/-[]'));
const isRare = (byte: number) => (byte >= 0x41 && byte <= 0x5a) || byte === 0x5f;
const WEIGHTS = Uint8Array.from({ length: 256 }, (_, byte) =>
  FREQUENT.has(byte) ? 0 : isRare(byte) ? 3 : 2,
);
/** Windows that end as a part of these words do are met in every other line of an MCP log. */
const EVERYWHERE = Buffer.from(
  ' the server client message from method params arguments result content type text name tools ' +
    'jsonrpc debug timestamp session MCP calling connecting and -ing info tion ',
);
const ENDS_EVERYWHERE = new Set(
  Array.from(EVERYWHERE.subarray(BYTES - 1), (_, at) => lastBytes(EVERYWHERE, at + BYTES)),
);

function lastBytes(bytes: Uint8Array, end: number): number {
  return ((bytes[end - 3] ?? 0) << 16) | ((bytes[end - 2] ?? 0) << 8) | (bytes[end - 1] ?? 0);
}

/** Where in a needle the window begins that other texts share least. */
function rarestWindow(needle: Uint8Array, window: number): number {
  let [best, most, sum] = [0, -1, 0];
  for (let end = 1; end <= needle.length; end += 1) {
    sum += WEIGHTS[needle[end - 1] ?? 0] ?? 0;
    if (end < window) continue;
    const weight = ENDS_EVERYWHERE.has(lastBytes(needle, end)) ? 0 : sum + 1;
    if (weight > most) [best, most] = [end - window, weight];
    sum -= WEIGHTS[needle[end - window] ?? 0] ?? 0;
  }
  return best;
}

function matchBefore(
  { ends }: Tables,
  bytes: Uint8Array,
  from: number,
  end: number,
  to: number,
): number {
  for (const { needle, reach } of ends.get(hashAt(bytes, end - 1)) ?? [])
    if (end - reach >= from && isAt(bytes, end - reach, to, needle)) return end - reach;
  return -1;
}

/**
 * Notes where windows end in which a needle may lie, in rising order. Each jump waits for what was
 * read before it; four lanes that wait side by side are twice as fast as one.
 * @returns how many were noted
 */
function noteEnds(
  jumps: Uint8Array,
  bytes: Uint8Array,
  from: number,
  to: number,
  places: Int32Array,
): number {
  const lane = (to - from) >> 2;
  const [endA, endB, endC] = [from + lane, from + 2 * lane, from + 3 * lane];
  let [a, b, c, d] = [from, endA, endB, endC];
  let [notedA, notedB, notedC, notedD] = [0, LANE, 2 * LANE, 3 * LANE];
  while (a < endA && b < endB && c < endC && d < to) {
    const jumpA = jumps[hashAt(bytes, a)] ?? 1;
    const jumpB = jumps[hashAt(bytes, b)] ?? 1;
    const jumpC = jumps[hashAt(bytes, c)] ?? 1;
    const jumpD = jumps[hashAt(bytes, d)] ?? 1;
    if (jumpA === 0) places[notedA++] = a;
    if (jumpB === 0) places[notedB++] = b;
    if (jumpC === 0) places[notedC++] = c;
    if (jumpD === 0) places[notedD++] = d;
    a += jumpA || 1;
    b += jumpB || 1;
    c += jumpC || 1;
    d += jumpD || 1;
  }
  const note = (at: number, end: number, noted: number) =>
    noteLane(jumps, bytes, at, end, places, noted);
  return joinLanes(places, [
    note(a, endA, notedA),
    note(b, endB, notedB) - LANE,
    note(c, endC, notedC) - 2 * LANE,
    note(d, to, notedD) - 3 * LANE,
  ]);
}

/** The rest of one lane. */
function noteLane(
  jumps: Uint8Array,
  bytes: Uint8Array,
  from: number,
  to: number,
  places: Int32Array,
  before: number,
): number {
  let [at, noted] = [from, before];
  while (at < to) {
    const jump = jumps[hashAt(bytes, at)] ?? 1;
    if (jump === 0) places[noted++] = at;
    at += jump || 1;
  }
  return noted;
}

/** Puts what the lanes noted one behind the other. */
function joinLanes(places: Int32Array, counts: readonly number[]): number {
  let all = 0;
  counts.forEach((count, lane) => {
    places.copyWithin(all, lane * LANE, lane * LANE + count);
    all += count;
  });
  return all;
}
