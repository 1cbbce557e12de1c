import { commandRanges } from './command-values.ts';
import { encodedRanges } from './decoded-views.ts';
import { heldRanges } from './held-values.ts';
import { namedRanges } from './named-values.ts';
import { coverRanges, type Range } from './ranges.ts';
import { looksOpaque, shapeRanges } from './secret-shapes.ts';
import { urlRanges } from './url.ts';
import { visible } from './visible.ts';

const MASK = '…';
/** Longer text is cut first, so that the work per value is bounded (safety H7). */
const LIMIT = 512 * 1024;

/**
 * Hides secrets in any free text: header lines, bodies, messages, log lines. Known key shapes, JWT,
 * private keys, Bearer and Basic credentials, cookies, addresses (through the rules of `redactUrl`)
 * and values under secret names, in JSON, form and header spelling, also percent-encoded, in HTML and
 * in Base64. What stays is made visible: control, ANSI and bidirectional characters are escaped; line
 * feeds and tabs stay (safety H2, H4, H13). Rules look at the original and their ranges are joined,
 * so no rule can uncover what another hides.
 * @param text any text, also broken
 * @returns the text with `…` in place of each secret, at most 512 Ki characters of it
 */
export function redactText(text: string): string {
  const cut = text.length > LIMIT ? text.slice(0, LIMIT) : text;
  const covered = visible(
    coverRanges(cut, textRanges(cut), () => MASK),
    '\n\t',
  );
  return cut === text ? covered : `${covered}… (${text.length - LIMIT} more characters)`;
}

/** The parts of a text that `redactText` hides. */
export function textRanges(text: string): Range[] {
  const ranges = [...plainRanges(text), ...encodedRanges(text, plainRanges)];
  return ranges.map((range) => overLines(text, range));
}

function plainRanges(text: string): Range[] {
  return RULES.flatMap((rule) => rule(text));
}

const RULES: readonly ((text: string) => Range[])[] = [
  shapeRanges,
  schemeRanges,
  cookieRanges,
  addressRanges,
  namedRanges,
  commandRanges,
  heldRanges,
  spokenRanges,
];

/**
 * What follows an authentication scheme, except the parameters of a challenge (RFC 9110 §11.6.1) and
 * the words that follow "Bearer" in a sentence: a challenge is the evidence and must stay readable.
 */
const CREDENTIAL =
  /(?:bearer|basic|dpop|negotiate|ntlm|apikey)[ \t]+(?!(?:realm|resource_metadata|resource|error|error_description|error_uri|scope|authorization_uri|charset|nonce|algs)[ \t]{0,3}=)(?!(?:tokens?|auth|authentication|authorization|scheme|challenge|header|credentials?|or|and|is|was|for|the|in|as|to|method|only|type)(?![\w-]))/gi;
const CREDENTIAL_END = /[^\s"'`,;<>\\]*/y;

function schemeRanges(text: string): Range[] {
  return Array.from(text.matchAll(CREDENTIAL), ({ index, 0: scheme }): Range => {
    const start = index + scheme.length;
    return [start, start + lengthOf(text, start, CREDENTIAL_END)];
  });
}

/** Every value in `Cookie` and `Set-Cookie` lines; the first pair falls to the name of the header. */
function cookieRanges(text: string): Range[] {
  return Array.from(text.matchAll(/cookie["']?\s{0,3}[:,=][^\r\n]*/gi)).flatMap((line) =>
    Array.from(line[0].matchAll(/=\s{0,3}[^;,\s"]+/g)).map(({ index, 0: pair }): Range => {
      return [line.index + index + 1, line.index + index + pair.length];
    }),
  );
}

const ADDRESS_REST = /[^\s"'`<>\\]*/y;
const SCHEME_LENGTH = 21;

/** Found from the `://`, of which there are few. */
function addressRanges(text: string): Range[] {
  const ranges: Range[] = [];
  let covered = 0;
  for (let at = text.indexOf('://'); at !== -1; at = text.indexOf('://', at + 3)) {
    if (at < covered) continue;
    const scheme = /[a-z][a-z0-9+.-]{0,20}$/i.exec(text.slice(Math.max(0, at - SCHEME_LENGTH), at));
    if (scheme === null) continue;
    const start = at - scheme[0].length;
    covered = at + lengthOf(text, at, ADDRESS_REST);
    for (const [from, to] of urlRanges(text.slice(start, covered))) {
      ranges.push([start + from, start + to]);
    }
  }
  return [...ranges, ...innerUsers(text)];
}

/** User information also in an address inside an address. */
function innerUsers(text: string): Range[] {
  if (!text.includes('@')) return [];
  return Array.from(text.matchAll(/\/\/[^\s/?#"'<>@]{1,256}@/g), ({ index, 0: whole }): Range => {
    return [index + 2, index + whole.length - 1];
  });
}

/** What a sentence calls a secret, and the word behind it: `invalid_grant for refresh token 8xLOx…`. */
const CALLED =
  /(?:tokens?|secrets?|passwords?|passphrase|keys?|codes?|verifier|credentials?|cookie|session)(?:[ \t](is|was|value|of|for|received|issued))?[ \t:]{1,2}["'“`(]?(?=[^\s"'“”`,;()<>]{10})/gi;
const CALLED_VALUE = /[^\s"'“”`,;()<>]*/y;

/** Only what looks generated: the words of a sentence must stay. */
function spokenRanges(text: string): Range[] {
  let covered = 0;
  return Array.from(text.matchAll(CALLED)).flatMap(({ index, 0: whole, 1: verb }): Range[] => {
    const start = index + whole.length;
    // A value inside a value is not measured again.
    if (start < covered) return [];
    const end = start + lengthOf(text, start, CALLED_VALUE);
    covered = end;
    const value = text.slice(start, Math.min(end, start + 512));
    return isGenerated(value) || (verb === 'is' && isOdd(value)) ? [[start, end]] : [];
  });
}

/** Behind “the token is”: no word of a sentence, which has no capital or sign within. */
function isOdd(value: string): boolean {
  return /[a-z][A-Z]|[A-Z]{2}[a-z]|[^\w./:-]/.test(value.slice(0, -1)) && !value.includes('://');
}

/** Digits among other signs, or very many digits; neither a moment nor a measure nor an address. */
function isGenerated(value: string): boolean {
  const digits = value.match(/\d/g)?.length ?? 0;
  if (digits < 2 || value.includes('://') || /^\d{1,11}\w{0,2}$/.test(value)) return false;
  if (/^\d{4}-\d\d-\d\d|^[\d.:]+$/.test(value)) return digits >= 14 && /^\d+$/.test(value);
  const elsewhere = /^[./~]?\/[\w.-]+\/|^[a-z_]+[=(]/i.test(value);
  return !elsewhere || looksOpaque(value.replaceAll('-', ''));
}

const NEXT_LINE =
  /(?:\\?\r?\n|\\n)[ \t]{0,40}([\w+/=.~-]{8,})(?=["']?[ \t]{0,3}(?:\\?\r?\n|\\n|["']|$))/y;
/** So long is what a terminal or an encoder breaks. */
const BROKEN = 32;

/** A long value that ends with its line goes on in the next, where that is one generated word. */
function overLines(text: string, [start, end]: Range): Range {
  let last = end;
  while (last - start >= BROKEN) {
    NEXT_LINE.lastIndex = last;
    const [whole, word = ''] = NEXT_LINE.exec(text) ?? [];
    if (whole === undefined || !(looksOpaque(word) || /\d/.test(word))) break;
    last += whole.length;
  }
  return [start, last];
}

/** How many characters a sticky pattern covers from a place on. */
function lengthOf(text: string, start: number, pattern: RegExp): number {
  pattern.lastIndex = start;
  return pattern.exec(text)?.[0].length ?? 0;
}
