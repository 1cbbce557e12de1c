import { isUsableResourceMetadata } from '../../clients/replay/resource-metadata.ts';
import type { DocumentAttempt, DocumentPlace } from '../../model/evidence.ts';

/** The three usual mistakes of PR-02, as the middle of a sentence about the right address. */
export const MISPLACED_WORDS: Readonly<Partial<Record<DocumentPlace, string>>> = {
  appended:
    'the document was appended behind the path, where no client looks: the well-known part belongs between host and path.',
  'slash-twin':
    'the document is there only when the final slash of the path is the other way round.',
  root: 'only the address at the root of the host has the document.',
};

/** Usable resource metadata at an address where it is put by mistake, the worst mistake first. */
export function misplacedDocument(attempts: readonly DocumentAttempt[]): DocumentAttempt | null {
  const found = attempts.find(
    (one) => MISPLACED_WORDS[one.place] !== undefined && isUsableResourceMetadata(one),
  );
  return found ?? null;
}
