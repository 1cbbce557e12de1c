import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * Tells two commands with their arguments apart without keeping them: arguments can be secrets
 * (safety H1). Rules of an organisation name them word by word.
 * @param words the command and its arguments, as written
 * @returns null where one holds a variable, whose value is not known here
 */
export function commandHash(words: readonly string[]): string | null {
  if (words.some((word) => word.includes('${'))) return null;
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(words)))).slice(0, 32);
}
