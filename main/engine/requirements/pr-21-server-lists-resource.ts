import { isUrl } from '../../contract/is-url.ts';
import { defineRequirement } from '../model/requirement.ts';
import { matchResource } from '../clients/replay/resource-match.ts';
import { attemptEvidence } from '../modes/evidence/attempt-evidence.ts';
import { broken } from './parts/broken.ts';
import { B_TO_D } from './parts/revisions.ts';
import { textsOf } from './parts/scopes.ts';
import { ofServerDocument, SERVER_NEEDS } from './parts/server-documents.ts';

/** PR-21: an authorization server that lists its resources lists this one. */
export const requirement = defineRequirement({
  id: 'PR-21',
  level: 'MAY',
  revisions: B_TO_D,
  phase: 'p0',
  step: 'server-metadata',
  title: 'An authorization server that lists resources lists this one.',
  source: 'RFC 9728 §4',
  shownBy: ['F16'],
  needs: SERVER_NEEDS,
  check: (given) =>
    ofServerDocument(given, (document) => {
      const listed = textsOf(document.json.protected_resources);
      if (listed === null) return 'not-applicable';
      const isOurs = (one: string) => isUrl(one) && matchResource(one, given.url) === 'exact';
      if (listed.some(isOurs)) return 'met';
      const text = `The authorization server lists its resources, and ${given.url} is not among them.`;
      return broken(text, [attemptEvidence(document)]);
    }),
});
