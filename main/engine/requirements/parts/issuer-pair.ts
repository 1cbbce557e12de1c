import type { RequirementOutcome } from '../../model/requirement.ts';
import { isUsableResourceMetadata } from '../../clients/replay/resource-metadata.ts';
import type { FoundDocument } from './resource-documents.ts';
import { ofServerDocument, type ServerGiven } from './server-documents.ts';

/** The issuer as the resource metadata names it, and as the server names itself. */
export interface IssuerPair {
  readonly named: string;
  readonly own: string;
  readonly document: FoundDocument;
}

/** Judges the two names of the issuer. Where nothing named it, nothing can differ. */
export function ofIssuerPair(
  given: ServerGiven,
  judge: (pair: IssuerPair) => RequirementOutcome,
): RequirementOutcome {
  return ofServerDocument(given, (document, { issuer: named, namedBy }) => {
    const isNamed =
      namedBy.some(({ place }) => place !== 'origin') &&
      given.resourceMetadata.some((one) => isUsableResourceMetadata(one));
    const own = document.json.issuer;
    if (!isNamed || typeof own !== 'string') return 'not-applicable';
    return judge({ named, own, document });
  });
}

/** Do two names differ by a final slash only? */
export function differBySlash({ named, own }: Pick<IssuerPair, 'named' | 'own'>): boolean {
  return `${named}/` === own || `${own}/` === named;
}
