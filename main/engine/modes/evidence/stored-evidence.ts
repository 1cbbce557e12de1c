import type { Evidence } from '../../../contract/report.ts';
import { storedFacts, type StoredThing } from '../../local/stores/stored-facts.ts';

/** Points at something that a client keeps, with a fact about it and never a value. */
export function storedEvidence(
  thing: Exclude<StoredThing, { readonly state: unknown }>,
  now: number,
): Evidence {
  const pointer = 'pointer' in thing ? thing.pointer : null;
  return { kind: 'store', file: thing.file, pointer, fact: storedFacts(thing, now) };
}

/** A fact about the machine itself, which stands in no file. */
export function machineEvidence(what: string, fact: string): Evidence {
  return { kind: 'store', file: what, pointer: null, fact };
}
