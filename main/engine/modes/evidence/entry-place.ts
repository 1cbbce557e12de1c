import type { Evidence } from '../../../contract/report.ts';
import type { EntryPlace } from '../../model/entry-fact.ts';
import type { ServerEntry } from '../../model/evidence.ts';

/** Points at the place within an entry that a fact is about; shows the entry, which is masked. */
export function entryPlaceEvidence({ file, excerpt }: ServerEntry, at: EntryPlace): Evidence {
  return { kind: 'file', file, excerpt, ...at };
}
