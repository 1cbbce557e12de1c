import type { Severity } from '../../contract/words.ts';
import { defineRequirement } from '../model/requirement.ts';
import { resourceMetadataDefect } from '../clients/replay/resource-metadata.ts';
import { isWrongDocument } from '../clients/replay/resource-problem.ts';
import type { Json } from '../model/evidence.ts';
import { attemptEvidence } from '../modes/evidence/attempt-evidence.ts';
import { broken } from './parts/broken.ts';
import { duplicateMembers } from './parts/duplicate-members.ts';
import { foundDocuments, resourceInUse, type FoundDocument } from './parts/resource-documents.ts';
import { B_TO_D } from './parts/revisions.ts';
import { shownValue } from './parts/shown-value.ts';

/** PR-16: what has no value is left out. `resource` and the servers are PR-07 and PR-13. */
export const requirement = defineRequirement({
  id: 'PR-16',
  level: 'MUST',
  revisions: B_TO_D,
  phase: 'p0',
  step: 'resource-metadata',
  title: 'No member of the metadata is null, empty or of another form.',
  source: 'RFC 9728 §3.2',
  shownBy: ['F16'],
  needs: ['resourceMetadata'],
  check: ({ resourceMetadata }) => {
    const documents = foundDocuments(resourceMetadata).filter((one) => !isWrongDocument(one));
    if (documents.length === 0) return 'not-applicable';
    const used = resourceInUse(resourceMetadata);
    const before = used === null ? documents : documents.slice(0, documents.indexOf(used));
    const faults = documents.flatMap((one) => faultsOf(one, before.includes(one)));
    const worst = WEIGHTS.flatMap((weight) => faults.filter((one) => one.severity === weight))[0];
    if (worst === undefined) return 'met';
    const { severity, document } = worst;
    const more = severity === 'error' ? ' Clients drop the whole document without a word.' : '';
    const text = `${worst.text} in ${document.url}.${more}`;
    return broken(text, [attemptEvidence(document)], { severity, whatToDo: LEAVE_OUT });
  },
});

const LEAVE_OUT =
  'Leave out members that have no value, write lists as lists of strings, and each member once.';
const WEIGHTS: readonly Severity[] = ['error', 'warning', 'advice'];
const LISTS = [
  'scopes_supported',
  'bearer_methods_supported',
  'resource_signing_alg_values_supported',
  'authorization_details_types_supported',
  'dpop_signing_alg_values_supported',
];

interface Fault {
  readonly document: FoundDocument;
  readonly text: string;
  readonly severity: Severity;
}

/** @param isFirst whether no good document stands before it */
function faultsOf(document: FoundDocument, isFirst: boolean): readonly Fault[] {
  const twice = duplicateMembers(document).map((name) => `${shownValue(name)} stands twice`);
  const members = Object.entries(document.json)
    .filter(([name]) => name !== 'resource' && name !== 'authorization_servers')
    .flatMap(([name, value]) => faultOf(name, value, document, isFirst) ?? []);
  const repeated = twice.map((text) => ({ document, text, severity: 'advice' as const }));
  return [...members, ...repeated];
}

function faultOf(
  name: string,
  value: Json,
  document: FoundDocument,
  isFirst: boolean,
): Fault | null {
  const text = wrongForm(name, value);
  if (text !== null) {
    // Seen with scopes_supported (reference-clients 2.4): clients stop at this document.
    const drops = name === resourceMetadataDefect(document.json) && isFirst;
    return { document, text, severity: drops ? 'error' : 'warning' };
  }
  if (!Array.isArray(value) || value.length > 0) return null;
  return { document, text: `${shownValue(name)} is an empty list`, severity: 'advice' };
}

function wrongForm(name: string, value: Json): string | null {
  if (value === null) return `${shownValue(name)} is null`;
  const isList = Array.isArray(value) && value.every((one) => typeof one === 'string');
  return LISTS.includes(name) && !isList ? `${name} is no list of strings` : null;
}
