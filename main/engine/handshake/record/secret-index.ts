/** So much of its beginning finds a spelling; shorter ones are not for this index. */
export const SHORTEST_INDEXED = 8;
/** A text may have been cut in the middle of a secret; so much of its beginning tells it. */
const BEGINNING = 12;
const PAIRS = 1 << 16;

/** The spellings with one beginning. */
interface Bucket {
  readonly tags: Map<string, string>;
  /** Their lengths, each once, the longest first. */
  lengths: readonly number[];
}

interface Found {
  readonly tag: string;
  readonly length: number;
}

/** A spelling in a text: its first character, and the one after its last. */
interface FoundSpelling {
  readonly start: number;
  readonly end: number;
  readonly tag: string;
}

/**
 * Finds spellings of secrets in texts. Another secret costs nothing but its own spellings, and a text
 * takes the time of its length, however many there are: a loop shows a new state in every round.
 * @see safety H4, H7
 */
export class SecretIndex {
  readonly #buckets = new Map<string, Bucket>();
  /** Whether some spelling begins with these two characters: most places of a text need no more. */
  readonly #pairs = new Uint8Array(PAIRS);

  /** @param spelling of at least eight characters */
  add(spelling: string, tag: string): void {
    const start = spelling.slice(0, SHORTEST_INDEXED);
    const bucket = this.#buckets.get(start) ?? { tags: new Map<string, string>(), lengths: [] };
    this.#buckets.set(start, bucket);
    if (bucket.tags.has(spelling)) return;
    bucket.tags.set(spelling, tag);
    if (!bucket.lengths.includes(spelling.length))
      bucket.lengths = [...bucket.lengths, spelling.length].toSorted((one, two) => two - one);
    this.#pairs[pairAt(spelling, 0)] = 1;
  }

  /** The text with a tag for every spelling, also for the beginning of one at its very end. */
  replace(text: string): string {
    let [shown, from] = ['', 0];
    for (const { start, end, tag } of this.find(text)) {
      shown += text.slice(from, start) + tag;
      from = end;
    }
    return from === 0 ? text : shown + text.slice(from);
  }

  /** Where the spellings of a text are, in order and apart from each other; see `replace`. */
  find(text: string): readonly FoundSpelling[] {
    const all: FoundSpelling[] = [];
    const last = text.length - SHORTEST_INDEXED;
    for (let at = 0; at <= last; at += 1) {
      if (this.#pairs[pairAt(text, at)] === 0) continue;
      const found = this.#at(text, at);
      if (found === null) continue;
      all.push({ start: at, end: at + found.length, tag: found.tag });
      at += found.length - 1;
    }
    return all;
  }

  #at(text: string, at: number): Found | null {
    const bucket = this.#buckets.get(text.slice(at, at + SHORTEST_INDEXED));
    if (bucket === undefined) return null;
    for (const length of bucket.lengths) {
      const tag = bucket.tags.get(text.slice(at, at + length));
      if (tag !== undefined) return { tag, length };
    }
    return text.length - at > bucket.lengths[0]! ? null : cutOff(bucket, text.slice(at));
  }
}

/** The text ends in the middle of a spelling. */
function cutOff({ tags }: Bucket, end: string): Found | null {
  const rest = end.replace(/…$/, '');
  if (rest.length < BEGINNING) return null;
  for (const [spelling, tag] of tags)
    if (spelling.startsWith(rest)) return { tag, length: rest.length };
  return null;
}

function pairAt(text: string, at: number): number {
  return (text.charCodeAt(at) * 31 + text.charCodeAt(at + 1)) % PAIRS;
}
