/** Circles of up to so many hops are told. */
const EXACT = { longest: 10, circles: 2 };
const LOOSE = { longest: 5, circles: 4 };
/** The circles, and the hop with which the next one begins. */
const KEPT = EXACT.longest * EXACT.circles + 1;
const READ = 4_096;

/**
 * What a hop looks like, as numbers: exactly, and without the values of its query; and the index of
 * its event.
 */
interface Hop {
  readonly exact: number;
  readonly loose: number;
  readonly index: number;
}
/** The last hops of a window; bounded, whatever the window does. */
export type Hops = readonly Hop[];

export const NO_HOPS: Hops = [];

/**
 * Adds a hop. Costs the same however many there were.
 * @param byUser it was probably the user who went on: then it is exactly like no other hop
 */
export function addHop(hops: Hops, url: string, index: number, byUser: boolean): Hops {
  const exact = byUser ? hash(`${index}`) : hash(exactly(url));
  return [...hops.slice(1 - KEPT), { exact, loose: hash(loosely(url)), index }];
}

/**
 * Does the window go in circles? Two whole circles of the same addresses and the beginning of a third
 * are one. Where only the values of the query differ, it takes four: the steps of a long form look
 * like that as well.
 * @returns the number of hops in the circle, or null
 */
export function circleIn(hops: Hops): number | null {
  return (
    circleOf(
      hops.map(({ exact }) => exact),
      EXACT,
    ) ??
    circleOf(
      hops.map(({ loose }) => loose),
      LOOSE,
    )
  );
}

function circleOf(shapes: readonly number[], wanted: typeof EXACT): number | null {
  for (let length = 1; length <= wanted.longest; length += 1) {
    const needed = length * wanted.circles + 1;
    if (shapes.length >= needed && repeats(shapes.slice(-needed), length)) return length;
  }
  return null;
}

function repeats(shapes: readonly number[], length: number): boolean {
  return shapes.every((shape, at) => at < length || shape === shapes[at - length]);
}

/** New in every round, whoever makes it. */
const FRESH =
  /([?&](?:state|nonce|code_challenge|code|login_challenge|consent_challenge|ts|_)=)[^&]*/gi;

/**
 * All but what is new in every round. Values that a record stands tags for (`[value 3]`) stay: two of
 * them are equal if and only if the values were.
 */
function exactly(url: string): string {
  return url
    .slice(0, READ)
    .replace(/#.*$/s, '')
    .replace(FRESH, '$1*')
    .replace(/([?&][^=&]*=)(?!\[|%5B)[^&]{16,}/gi, '$1*');
}

/** Path and names of parameters; generated parts of the path are all the same. */
function loosely(url: string): string {
  return url
    .slice(0, READ)
    .replace(/#.*$/s, '')
    .replace(/=[^&]*/g, '=')
    .replace(/[\w-]{16,}/g, (part) => (/\d/.test(part) ? '*' : part));
}

/** FNV-1a; a collision would need a whole circle of them to matter. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return value;
}
