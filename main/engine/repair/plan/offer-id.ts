import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Eight hex digits keep a report's offers apart and an id readable. */
const DIGITS = 8;

/**
 * The id of an offer: the same as long as the finding stands, another for another place (issue 6).
 * @param fix the name of the fix
 * @param target the id of the server, or null for the whole machine
 * @param about what the plan says it is about (FixPlan.about)
 * @returns `<fix>-<8 hex>`, of lower-case letters, digits and hyphens
 */
export function offerId(fix: string, code: string, target: string | null, about: string): string {
  const occurrence = JSON.stringify([code, target, about]);
  return `${fix}-${bytesToHex(sha256(utf8ToBytes(occurrence))).slice(0, DIGITS)}`;
}
