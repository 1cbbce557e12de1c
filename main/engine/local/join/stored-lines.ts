import type { StoredReport } from '../../../contract/story.ts';
import type { ClientId } from '../../../contract/words.ts';
import type { StoreEvidence } from '../../model/store-evidence.ts';
import { storedFacts, type StoredThing } from '../stores/stored-facts.ts';

/**
 * What clients keep about one server, one line each: facts and never a value (safety F7, D19).
 * @param stores what `localOf` left of them
 * @param now wall time, to tell what is over
 */
export function storedLines(
  { signIns, needsAuth, locks }: StoreEvidence,
  now: number,
): readonly StoredReport[] {
  const line = (
    thing: StoredThing,
    client: ClientId,
    file: string,
    pointer: string | null,
  ): StoredReport => ({ client, file, pointer, fact: storedFacts(thing, now) });
  return [
    ...signIns.map((one) => line(one, one.client, one.file, one.pointer)),
    ...needsAuth.map((one) => line(one, 'claude-code', one.file, one.pointer)),
    ...locks.map((one) => line(one, 'mcp-remote', one.file, null)),
  ];
}
