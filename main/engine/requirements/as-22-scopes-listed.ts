import { defineRequirement } from '../model/requirement.ts';
import { attemptEvidence } from '../modes/evidence/attempt-evidence.ts';
import { broken } from './parts/broken.ts';
import { resourceInUse } from './parts/resource-documents.ts';
import { C_TO_D } from './parts/revisions.ts';
import { challengeScopes, textsOf } from './parts/scopes.ts';
import { ofServerDocument, SERVER_NEEDS } from './parts/server-documents.ts';
import { shownValue } from './parts/shown-value.ts';

/** AS-22: the scopes that clients will ask for are known to the authorization server. */
export const requirement = defineRequirement({
  id: 'AS-22',
  level: 'INFERRED',
  revisions: C_TO_D,
  phase: 'p0',
  step: 'server-metadata',
  title: 'The authorization server lists the scopes of the resource.',
  source: 'RFC 8414 §2, scopes_supported',
  shownBy: ['F19'],
  needs: ['first', ...SERVER_NEEDS],
  check: ({ first, ...given }) =>
    ofServerDocument(given, (document) => {
      const known = textsOf(document.json.scopes_supported);
      const resource = resourceInUse(given.resourceMetadata);
      const wanted = new Set([
        ...challengeScopes(first),
        ...(textsOf(resource?.json.scopes_supported) ?? []),
      ]);
      if (known === null || wanted.size === 0) return 'not-applicable';
      const unknown = [...wanted].filter((one) => !known.includes(one));
      if (unknown.length === 0) return 'met';
      const text = `Clients will ask for ${shownValue(unknown.join(', '))}, which the authorization server does not list.`;
      const evidence = [document, ...(resource === null ? [] : [resource])].map(attemptEvidence);
      return broken(text, evidence, { severity: 'warning' });
    }),
});
