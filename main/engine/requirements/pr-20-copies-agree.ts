import type { Severity } from '../../contract/words.ts';
import { defineRequirement } from '../model/requirement.ts';
import { isUsableResourceMetadata } from '../clients/replay/resource-metadata.ts';
import type { DocumentPlace } from '../model/evidence.ts';
import { attemptEvidence } from '../modes/evidence/attempt-evidence.ts';
import { mismatchEvidence } from '../modes/evidence/mismatch-evidence.ts';
import { broken } from './parts/broken.ts';
import { firstDisagreement } from './parts/first-disagreement.ts';
import { foundDocuments, type FoundDocument } from './parts/resource-documents.ts';
import { B_TO_D } from './parts/revisions.ts';
import { shownValue } from './parts/shown-value.ts';

/** Members whose difference sends clients to different places. */
const MATTERS = ['resource', 'authorization_servers', 'scopes_supported'];

/** PR-20: it does not matter which copy a client reads. */
export const requirement = defineRequirement({
  id: 'PR-20',
  level: 'INFERRED',
  revisions: B_TO_D,
  phase: 'p0',
  step: 'resource-metadata',
  title: 'All copies of the metadata say the same.',
  source: 'Conclusion: clients differ in which copy they read',
  shownBy: ['F16'],
  needs: ['resourceMetadata'],
  check: ({ resourceMetadata }) => {
    const copies = foundDocuments(resourceMetadata.filter((one) => isUsableResourceMetadata(one)));
    if (copies.length < 2) return 'not-applicable';
    const pairs = [
      pair(copies, 'header', 'path'),
      // The root may belong to another server of the host; it is a copy where it names the same.
      ...[pair(copies, 'header', 'root'), pair(copies, 'path', 'root')].filter(isSameResource),
    ];
    const found = pairs.flatMap((one) => (one === null ? [] : (disagreement(one) ?? [])))[0];
    if (found === undefined) return 'met';
    const { one, two, field, values } = found;
    const text = `Two metadata documents disagree on ${shownValue(field)}: ${one.url} says ${values[0]}, ${two.url} says ${values[1]}.`;
    const evidence = [
      mismatchEvidence(field, values[0], values[1]),
      ...[one, two].map(attemptEvidence),
    ];
    return broken(text, evidence, { severity: weightOf(found) });
  },
});

type Pair = readonly [FoundDocument, FoundDocument];
interface Disagreement {
  readonly one: FoundDocument;
  readonly two: FoundDocument;
  readonly field: string;
  readonly values: readonly [string, string];
}

function pair(
  copies: readonly FoundDocument[],
  first: DocumentPlace,
  second: DocumentPlace,
): Pair | null {
  const [one, two] = [first, second].map((place) => copies.find((copy) => copy.place === place));
  return one === undefined || two === undefined ? null : [one, two];
}

function isSameResource(copies: Pair | null): boolean {
  return copies !== null && copies[0].json.resource === copies[1].json.resource;
}

function disagreement([one, two]: Pair): Disagreement | null {
  const field = firstDisagreement(one.json, two.json, MATTERS, 'compared');
  if (field === null) return null;
  const shown = (copy: FoundDocument) =>
    shownValue(Object.hasOwn(copy.json, field) ? copy.json[field] : undefined);
  return { one, two, field, values: [shown(one), shown(two)] };
}

function weightOf({ field, two }: Disagreement): Severity {
  return MATTERS.includes(field) && two.place !== 'root' ? 'warning' : 'advice';
}
