/** A number from 0 to below the limit; a test gives a seeded one. */
export type Pick = (limit: number) => number;

/**
 * A text that a regular expression matches. Knows what the rules of gitleaks use: literals, classes,
 * groups, alternatives, `?` and counted repetitions.
 * @throws Error for an expression of another kind
 */
export function generate(source: string, pick: Pick): string {
  const reader: Reader = { source, at: 0, pick };
  const text = alternatives(reader);
  if (reader.at < source.length) throw new Error(`not understood at ${reader.at}: ${source}`);
  return text;
}

/** A generator of numbers that gives the same for the same seed (mulberry32). */
export function seeded(seed: number): Pick {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

interface Reader {
  readonly source: string;
  at: number;
  readonly pick: Pick;
}

function alternatives(reader: Reader): string {
  const texts = [sequence(reader)];
  while (reader.source[reader.at] === '|') {
    reader.at += 1;
    texts.push(sequence(reader));
  }
  return texts[reader.pick(texts.length)]!;
}

function sequence(reader: Reader): string {
  let text = '';
  while (reader.at < reader.source.length && !'|)'.includes(reader.source[reader.at]!)) {
    const start = reader.at;
    const first = atom(reader);
    const after = reader.at;
    const times = repetition(reader);
    const next = reader.at;
    text += times === 0 ? '' : first;
    for (let more = 1; more < times; more += 1) {
      reader.at = start;
      text += atom(reader);
    }
    reader.at = next > after ? next : after;
  }
  return text;
}

function repetition(reader: Reader): number {
  if (reader.source[reader.at] === '?') {
    reader.at += 1;
    return reader.pick(2);
  }
  const [whole, least, most] = /^\{(\d+)(?:,(\d+))?\}/.exec(reader.source.slice(reader.at)) ?? [];
  if (whole === undefined) return 1;
  reader.at += whole.length;
  const from = Number(least);
  return from + reader.pick(Number(most ?? least) - from + 1);
}

function atom(reader: Reader): string {
  const { source, pick } = reader;
  const sign = source[reader.at]!;
  reader.at += 1;
  if (sign === '(') {
    if (source.startsWith('?:', reader.at)) reader.at += 2;
    const text = alternatives(reader);
    reader.at += 1;
    return text;
  }
  if (sign === '[') return oneOf(classOf(reader), pick);
  if (sign === '\\') return escape(reader);
  return sign;
}

const DIGITS = '0123456789';
const WORD = `ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz${DIGITS}_`;

function escape(reader: Reader): string {
  const sign = reader.source[reader.at]!;
  reader.at += 1;
  const set = setOf(sign);
  return set.length === 1 ? set : oneOf(set, reader.pick);
}

function setOf(escaped: string): string {
  if (escaped === 'd') return DIGITS;
  return escaped === 'w' ? WORD : escaped;
}

function classOf(reader: Reader): string {
  const end = reader.source.indexOf(']', reader.at);
  const inner = reader.source.slice(reader.at, end);
  reader.at = end + 1;
  return inner.replaceAll(/\\(.)|(.)-(.)/g, (_, escaped: string, from: string, to: string) =>
    escaped === undefined ? rangeOf(from, to) : setOf(escaped),
  );
}

function rangeOf(from: string, to: string): string {
  const [low, high] = [from.charCodeAt(0), to.charCodeAt(0)];
  return Array.from({ length: high - low + 1 }, (_, at) => String.fromCharCode(low + at)).join('');
}

function oneOf(set: string, pick: Pick): string {
  return set[pick(set.length)]!;
}
