/** Three characters of a needle by which it is found, and where they stand in it. */
interface Key {
  readonly row: number;
  readonly needle: string;
  readonly at: number;
}

const SLOTS = 1 << 14;

/**
 * Prepares the search for many plain texts at once: one walk over a message, whatever their number.
 * Each is found by the three of its characters that are rarest among all of them.
 * @param needles texts of at least three characters
 * @returns a function from a message to the indexes of the needles that it holds, rising
 */
export function needleIndex(needles: readonly string[]): (message: string) => readonly number[] {
  const slots: (Key[] | undefined)[] = new Array<Key[] | undefined>(SLOTS).fill(undefined);
  const filled = new Uint8Array(SLOTS);
  const common = countTriples(needles);
  needles.forEach((needle, row) => {
    const at = rarest(needle, common);
    const slot = slotAt(needle, at);
    filled[slot] = 1;
    (slots[slot] ??= []).push({ row, needle, at });
  });
  return (message) => {
    const rows: number[] = [];
    for (let at = 0; at < message.length - 2; at++) {
      const slot = slotAt(message, at);
      if (filled[slot] === 0) continue;
      for (const key of slots[slot] ?? []) {
        if (message.startsWith(key.needle, at - key.at) && at >= key.at) rows.push(key.row);
      }
    }
    return rows.length > 1 ? [...new Set(rows)].sort((one, two) => one - two) : rows;
  };
}

function slotAt(text: string, at: number): number {
  const pair = text.charCodeAt(at) * 961 + text.charCodeAt(at + 1) * 31;
  return (pair + text.charCodeAt(at + 2)) & (SLOTS - 1);
}

function countTriples(needles: readonly string[]): Uint32Array {
  const counts = new Uint32Array(SLOTS);
  for (const needle of needles)
    for (let at = 0; at < needle.length - 2; at++) {
      const slot = slotAt(needle, at);
      counts[slot] = (counts[slot] ?? 0) + 1;
    }
  return counts;
}

function rarest(needle: string, counts: Uint32Array): number {
  let [best, least] = [0, Infinity];
  for (let at = 0; at < needle.length - 2; at++) {
    const count = counts[slotAt(needle, at)] ?? 0;
    if (count < least) [best, least] = [at, count];
  }
  return best;
}
