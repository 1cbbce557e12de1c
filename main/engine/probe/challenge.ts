import { isUrl } from '../../contract/is-url.ts';

/**
 * Reading `WWW-Authenticate`. Two readings are kept apart: what the header says by the standard
 * (RFC 9110 §11.6.1), and what the parsers of shipped clients make of it (RS-06).
 */
export interface Challenge {
  readonly scheme: string;
  /** Parameters in order, names in lower case; a repeated name appears twice (RS-08). */
  readonly parameters: readonly (readonly [string, string])[];
}

const TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const PARAMETER = new RegExp(
  `(${TOKEN})[ \\t]*=[ \\t]*(?:"((?:[^"\\\\]|\\\\.)*)"|([^\\s,]*))`,
  'y',
);
const SCHEME = new RegExp(`(${TOKEN})(?:[ \\t]+|(?=,)|$)`, 'y');
const GAP = /[\s,]*/y;
/** A whole word at once: letter by letter, a long word would be read again from each letter (H7). */
const JUNK = new RegExp(`${TOKEN}|[^]`, 'y');
/** Longest header that is read; longer ones are cut, so hostile input costs linear time (H7). */
const LIMIT = 16_384;

/**
 * Splits a header (several joined by commas) into its challenges. Never throws: what is not a
 * challenge is passed over, because what a client does with it is the client's rule.
 * @param header the value of WWW-Authenticate, joined with ", " where it came in several fields
 */
export function parseChallenges(header: string): readonly Challenge[] {
  const text = header.slice(0, LIMIT);
  const challenges: { scheme: string; parameters: [string, string][] }[] = [];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) at = pattern.lastIndex;
    return match;
  };
  while (at < text.length) {
    take(GAP);
    const parameter = take(PARAMETER);
    if (parameter) {
      const value = parameter[2]?.replace(/\\(.)/g, '$1') ?? parameter[3] ?? '';
      challenges.at(-1)?.parameters.push([parameter[1]!.toLowerCase(), value]);
      continue;
    }
    const scheme = take(SCHEME);
    if (scheme) challenges.push({ scheme: scheme[1]!, parameters: [] });
    else take(JUNK);
  }
  return challenges;
}

/** The first Bearer challenge (any case, RFC 9110 §11.1), or null. */
export function bearerOf(challenges: readonly Challenge[]): Challenge | null {
  return challenges.find((one) => one.scheme.toLowerCase() === 'bearer') ?? null;
}

/** The value of a parameter, or null. The first counts where a name is repeated. */
export function parameterOf(challenge: Challenge, name: string): string | null {
  return challenge.parameters.find(([key]) => key === name)?.[1] ?? null;
}

/**
 * The resource_metadata URL as the parsers of shipped clients find it: no space round `=`, lower
 * case, not empty, and parsable as an absolute URL.
 * @param reading `bearer-first`: the whole header must begin with Bearer (TypeScript SDKs);
 *   `bearer-anywhere`: a search over the whole header (Python SDK, hosted Claude: INFERRED)
 * @returns the URL, or null where such a client sees none
 * @see reference-clients 2.1 step 2, 2.2; RS-05, RS-06
 */
export function metadataUrlFor(
  header: string,
  reading: 'bearer-first' | 'bearer-anywhere',
): string | null {
  if (reading === 'bearer-first' && !/^(bearer|dpop) \S/i.test(header)) return null;
  const match = /resource_metadata=(?:"([^"]+)"|([^\s,]+))/.exec(header.slice(0, LIMIT));
  const value = match?.[1] ?? match?.[2] ?? null;
  return value !== null && isUrl(value) ? value : null;
}
