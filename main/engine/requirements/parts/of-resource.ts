import type { DocumentAttempt } from '../../model/evidence.ts';
import type { RequirementOutcome } from '../../model/requirement.ts';
import { resourceInUse, type FoundDocument } from './resource-documents.ts';

/**
 * Judges the member `resource` of the metadata that clients take; where there is none, another
 * requirement says so (PR-01, PR-07).
 */
export function ofResource(
  attempts: readonly DocumentAttempt[],
  judge: (resource: string, document: FoundDocument) => RequirementOutcome,
): RequirementOutcome {
  const document = resourceInUse(attempts);
  const resource = document?.json.resource;
  return document === null || typeof resource !== 'string'
    ? 'not-applicable'
    : judge(resource, document);
}
