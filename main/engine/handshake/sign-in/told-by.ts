import type { DocumentAttempt, FirstContact, TargetEvidence } from '../../model/evidence.ts';

/** What a server tells every client before it signs in; null where it was not asked. */
export function toldBy({ first, resourceMetadata }: TargetEvidence): {
  readonly first: FirstContact;
  readonly resourceMetadata: readonly DocumentAttempt[];
} | null {
  if (first === null || resourceMetadata === null) return null;
  return { first, resourceMetadata };
}
