import { isUrl } from '../../contract/is-url.ts';
import { classifyAddress, type AddressKind } from './address-class.ts';
import { OUTBOUND_LIMITS } from './outbound-limits.ts';

/** Who named a URL: the user, or a server that the user's server led to. */
export type NamedBy = 'user' | 'server';

/** Why a request is not sent. The code is what a `policy` failure carries. */
export interface Refusal {
  readonly code:
    'POLICY_BAD_URL' | 'POLICY_SCHEME' | 'POLICY_USER_INFO' | 'POLICY_TOO_LONG' | 'POLICY_ADDRESS';
  readonly reason: string;
}

export type UrlJudgement =
  | { readonly allowed: true; readonly url: URL }
  | { readonly allowed: false; readonly refusal: Refusal };

const SCHEMES: readonly string[] = ['http:', 'https:'];
/** The URL parser strips these silently; a server that sends them is up to something. */
const CONTROL = /[\u0000-\u001f\u007f]/u;

/**
 * Decides from its text alone whether a URL may be requested at all.
 * @param text the URL as it was named; nothing is added to it
 * @returns the parsed URL, or why not
 * Rule: safety D6 (every URL from metadata before use), E2; schemes http and https only.
 */
export function judgeUrl(text: string): UrlJudgement {
  // SECURITY: D6
  if (text.length > OUTBOUND_LIMITS.urlLength) {
    return refuse('POLICY_TOO_LONG', `The address is longer than ${OUTBOUND_LIMITS.urlLength}`);
  }
  if (CONTROL.test(text) || !isUrl(text)) {
    return refuse('POLICY_BAD_URL', 'The address is not a URL');
  }
  const url = new URL(text);
  if (!SCHEMES.includes(url.protocol)) {
    return refuse('POLICY_SCHEME', `Only http and https are requested, not ${url.protocol}`);
  }
  if (url.username !== '' || url.password !== '') {
    return refuse('POLICY_USER_INFO', 'The address carries a user name or password');
  }
  return { allowed: true, url };
}

/**
 * Decides whether the addresses behind a URL may be contacted.
 * @param addresses every answer of the resolver for its host; one forbidden answer refuses all
 * @param namedBy the user may name any place; a server only public ones, or places of the class
 *   in which the user's own server is
 * @param userAddresses every answer for the host of the URL that the user gave; empty if unknown
 * @returns null where it may, else why not
 * Rule: safety E2, E3. The allowance follows from the user's URL, there is no switch for it.
 */
export function judgeAddresses(
  addresses: readonly string[],
  namedBy: NamedBy,
  userAddresses: readonly string[],
): Refusal | null {
  // SECURITY: E2
  if (namedBy === 'user') return null;
  const own = userAddresses.map(classifyAddress);
  const forbidden = addresses.find((address) => !mayReach(classifyAddress(address), own));
  if (forbidden === undefined) return null;
  const { class: where } = classifyAddress(forbidden);
  return {
    code: 'POLICY_ADDRESS',
    reason: `The server named a ${where} address (${forbidden}), which the URL you gave is not at`,
  };
}

/** A mixed answer for the user's own host opens nothing: its name server would decide, not they. */
function mayReach(address: AddressKind, own: readonly AddressKind[]): boolean {
  if (address.class === 'public') return true;
  return own.length > 0 && own.every((mine) => samePlace(mine, address));
}

/** Special ranges have nothing in common, so there the range itself must be the same. */
function samePlace(a: AddressKind, b: AddressKind): boolean {
  return a.class === b.class && (a.class !== 'special' || a.range === b.range);
}

function refuse(code: Refusal['code'], reason: string): UrlJudgement {
  return { allowed: false, refusal: { code, reason } };
}
