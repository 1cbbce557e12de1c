import { UNSHOWN } from './masked-config.ts';
import { textSource, type BundleSource } from './bundle-source.ts';
import type { EntryTally } from './redacted-entry.ts';
import { json } from './report-sources.ts';

/**
 * The list of what is in the bundle: name, size, SHA-256 and what was hidden (safety H10). Written
 * last, when all that is known.
 */
export function manifestSource(
  tool: { readonly name: string; readonly version: string },
  madeAt: string,
  tallies: () => readonly EntryTally[],
  leftOut: readonly string[],
): BundleSource {
  return textSource('manifest.json', 'What is in the bundle, with sizes and hashes', () => {
    const entries = tallies().map(({ listed: { hash, ...rest }, from }) => ({
      ...rest,
      from,
      sha256: inGroups(hash),
    }));
    return json({ format: 'unblank.bundle/1', tool, madeAt, signs: SIGNS, entries, leftOut });
  });
}

/** In groups of eight: a long run of digits and letters would look like a secret itself. */
function inGroups(hash: string): string {
  return hash.replace(/.{8}(?=.)/g, '$& ');
}

const SIGNS = {
  '[secret …]': 'a secret; the same tag is the same secret within this bundle only',
  [UNSHOWN]: 'a value that is not shown; nothing says that it is a secret',
  '~': 'the home folder',
  '[user], [host]': 'the name of the user and of the machine',
};
