import type { RequirementOutcome } from '../../model/requirement.ts';
import { attemptEvidence } from '../../modes/evidence/attempt-evidence.ts';
import { mismatchEvidence } from '../../modes/evidence/mismatch-evidence.ts';
import { broken } from './broken.ts';
import type { FoundDocument } from './resource-documents.ts';

/** A `resource` that is not the URL it should be: the pair, and the line that puts it right. */
export function resourceDifference(
  text: string,
  expected: string,
  resource: string,
  document: FoundDocument,
): RequirementOutcome {
  const evidence = [mismatchEvidence('resource', expected, resource), attemptEvidence(document)];
  return broken(text, evidence, { snippet: `"resource": ${JSON.stringify(expected)}` });
}
