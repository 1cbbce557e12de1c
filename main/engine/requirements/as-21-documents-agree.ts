import { defineRequirement } from '../model/requirement.ts';
import { attemptEvidence } from '../modes/evidence/attempt-evidence.ts';
import { mismatchEvidence } from '../modes/evidence/mismatch-evidence.ts';
import { broken } from './parts/broken.ts';
import { firstDisagreement } from './parts/first-disagreement.ts';
import { C_TO_D } from './parts/revisions.ts';
import { goodServerDocuments, ofServer, SERVER_NEEDS } from './parts/server-documents.ts';
import { shownValue } from './parts/shown-value.ts';

const MATTERS = [
  'issuer',
  'authorization_endpoint',
  'token_endpoint',
  'registration_endpoint',
  'code_challenge_methods_supported',
];

/** AS-21: it does not matter which document of the server a client reads. */
export const requirement = defineRequirement({
  id: 'AS-21',
  level: 'INFERRED',
  revisions: C_TO_D,
  phase: 'p0',
  step: 'server-metadata',
  title: 'The OAuth and the OpenID document say the same.',
  source: 'Conclusion: clients differ in which document they read',
  shownBy: ['F19'],
  needs: SERVER_NEEDS,
  check: (given) =>
    ofServer(given, (server) => {
      const [first, ...others] = goodServerDocuments(server);
      if (first === undefined || others.length === 0) return 'not-applicable';
      const differing = (other: (typeof others)[number]) =>
        firstDisagreement(first.json, other.json, MATTERS, 'left');
      const other = others.find((one) => differing(one) !== null);
      if (other === undefined) return 'met';
      const field = differing(other)!;
      const values = [first, other].map(({ json }) => shownValue(json[field])) as [string, string];
      const text = `The two documents disagree on ${field}: ${first.url} says ${values[0]}, ${other.url} says ${values[1]}.`;
      const evidence = [mismatchEvidence(field, ...values), ...[first, other].map(attemptEvidence)];
      const isLeftOut = [first, other].some(({ json }) => json[field] === undefined);
      return broken(text, evidence, { severity: isLeftOut ? 'advice' : 'warning' });
    }),
});
