import { coverRanges, type Range } from './ranges.ts';
import { isPasswordName, isSecretName, type NamePlace } from './secret-names.ts';
import { looksOpaque, shapeRanges } from './secret-shapes.ts';
import { urlRanges } from './url.ts';
import { visible } from './visible.ts';

const MASK = '…';
/** Longer text is cut first, so that the work per value is bounded (safety H7). */
const LIMIT = 512 * 1024;

/**
 * Hides secrets in any free text: header lines, bodies, messages, log lines. Known key shapes, JWT,
 * private keys, Bearer and Basic credentials, cookies, addresses (through the rules of `redactUrl`)
 * and values under secret names, in JSON, form and header spelling. What stays is made visible:
 * control, ANSI and bidirectional characters are escaped; line feeds and tabs stay (safety H2, H13).
 * Rules look at the original and their ranges are joined, so no rule can uncover what another hides.
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
  return RULES.flatMap((rule) => rule(text));
}

const RULES: readonly ((text: string) => Range[])[] = [
  shapeRanges,
  schemeRanges,
  cookieRanges,
  addressRanges,
  namedRanges,
  spokenRanges,
];

/**
 * What follows an authentication scheme, except the parameters of a challenge (RFC 9110 §11.6.1) and
 * the words that follow "Bearer" in a sentence: a challenge is the evidence and must stay readable.
 */
const CREDENTIAL =
  /(?:bearer|basic|dpop)[ \t]+(?!(?:realm|resource_metadata|resource|error|error_description|error_uri|scope|authorization_uri|charset|nonce|algs)[ \t]{0,3}=)(?!(?:tokens?|auth|authentication|authorization|scheme|challenge|header|credentials?|or|and|is|was|for|the|in|as|to)(?![\w-]))/gi;

function schemeRanges(text: string): Range[] {
  return Array.from(text.matchAll(CREDENTIAL), ({ index, 0: scheme }): Range => {
    const start = index + scheme.length;
    return [start, start + lengthOf(text, start, /[^\s"'`,;<>\\]*/y)];
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

function addressRanges(text: string): Range[] {
  return [
    ...Array.from(text.matchAll(/[a-z][a-z0-9+.-]{1,20}:\/\/[^\s"'`<>\\]*/gi)).flatMap((match) =>
      urlRanges(match[0]).map(([start, end]): Range => [match.index + start, match.index + end]),
    ),
    // User information also in an address inside an address.
    ...Array.from(text.matchAll(/\/\/[^\s/?#"'<>@]{1,256}@/g)).map(({ index, 0: whole }): Range => {
      return [index + 2, index + whole.length - 1];
    }),
  ];
}

/** A name and what separates it from its value: `name=`, `name: `, `"name": "`, `\"name\":\"`. */
const NAME = /([A-Za-z][\w.-]{1,63})(\\{0,7}["'])?\s{0,3}([=:])\s{0,3}(\\{0,7}["'])?/g;

function namedRanges(text: string): Range[] {
  const ranges: Range[] = [];
  // Per pattern how far it has already covered: a value inside a value is not measured again.
  const covered = new Map<string, number>();
  for (const match of text.matchAll(NAME)) {
    const [whole, name = '', , separator = '', quote = ''] = match;
    const start = match.index + whole.length;
    if (!isSecretName(name, placeOf(text, match.index, separator))) continue;
    const pattern = valueEnd(name, quote, text.charAt(start) === '[');
    if (start < (covered.get(pattern.source) ?? 0)) continue;
    const end = start + lengthOf(text, start, pattern);
    const plain = quote === '' && separator === ':';
    if (plain && isOrdinaryWord(name, text.slice(start, end))) continue;
    covered.set(pattern.source, end);
    ranges.push([start, end]);
  }
  return ranges;
}

/** What a sentence calls a secret, and the word behind it: `invalid_grant for refresh token 8xLOx…`. */
const SPOKEN =
  /(?:token|secret|password|passphrase|key|code|verifier)s?(?:[ \t](?:is|was|value))?[ \t]["'“`(]?([\w.~+/=-]{16,})/gi;

/** Only what looks generated: the words of a sentence must stay. */
function spokenRanges(text: string): Range[] {
  return Array.from(text.matchAll(SPOKEN)).flatMap(
    ({ index, 0: whole, 1: value = '' }): Range[] => {
      const end = index + whole.length;
      return looksOpaque(value.replaceAll('-', '')) ? [[end - value.length, end]] : [];
    },
  );
}

function placeOf(text: string, index: number, separator: string): NamePlace {
  const before = index === 0 ? '&' : text.charAt(index - 1);
  return separator === '=' && '?&;#'.includes(before) ? 'query' : 'field';
}

/** Up to the closing quote or bracket, the end of the header line, or the end of the word. */
function valueEnd(name: string, quote: string, list: boolean): RegExp {
  if (quote === '"') return /[^"\\]*(?:\\[^][^"\\]*)*/y;
  if (quote.endsWith('"')) return /[^"\\]*(?:\\[^"][^"\\]*)*/y;
  if (quote.endsWith("'")) return /[^'\r\n]*/y;
  if (list) return /\[[^\]]*/y;
  return /authorization$/i.test(name) ? /[^\r\n"]*/y : /[^\s"'&,;<>)\]{}\\]*/y;
}

/** "token: expired" is a sentence; a password may be a word all the same. */
function isOrdinaryWord(name: string, value: string): boolean {
  return !isPasswordName(name) && /^[A-Za-z]?[a-z]*[.!?]?$/.test(value);
}

/** How many characters a sticky pattern covers from a place on. */
function lengthOf(text: string, start: number, pattern: RegExp): number {
  pattern.lastIndex = start;
  return pattern.exec(text)?.[0].length ?? 0;
}
