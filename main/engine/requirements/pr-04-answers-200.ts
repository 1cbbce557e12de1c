import { defineRequirement } from '../model/requirement.ts';
import { isGuarded } from '../clients/replay/resource-problem.ts';
import { attemptEvidence } from '../modes/evidence/attempt-evidence.ts';
import { broken } from './parts/broken.ts';
import { B_TO_D } from './parts/revisions.ts';

/** PR-04: the address that clients ask first answers 200. */
export const requirement = defineRequirement({
  id: 'PR-04',
  level: 'MUST',
  revisions: B_TO_D,
  phase: 'p0',
  step: 'resource-metadata',
  title: 'The metadata address answers 200.',
  source: 'RFC 9728 §3.2',
  shownBy: ['F24'],
  needs: ['resourceMetadata'],
  check: ({ resourceMetadata }) => {
    // In the order in which clients ask: what the 401 names, the path, the root.
    const [first] = resourceMetadata;
    if (first === undefined) return 'not-applicable';
    if (first.json !== null) return 'met';
    const { problem } = first;
    // A login is PR-06; a 404 where nothing was promised is PR-01 and PR-02.
    const isAbsent =
      problem?.kind === 'status' && problem.status === 404 && first.place !== 'header';
    if (problem?.kind !== 'status' || isGuarded(first) || isAbsent) return 'not-applicable';
    return broken(`${first.url} answers ${problem.status}.`, [attemptEvidence(first)]);
  },
});
