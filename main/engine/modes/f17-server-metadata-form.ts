import { defineRequirementMode } from '../model/mode.ts';

/** F17: the authorization server's metadata is there, and a member is missing or of the wrong form. */
export const mode = defineRequirementMode({
  code: 'F17',
  title: 'The authorization server’s metadata has a wrong member',
  explanation:
    'Clients check this document before they use it. Where a member is missing, null or relative, those built on the TypeScript SDK reject the whole document and ask no further address.',
  whatToDo:
    'Complete the document: absolute addresses, the members that its kind requires, and nothing that is null.',
  step: 'server-metadata',
  severity: 'error',
  category: 'deployment',
  confidence: 'certain',
  clients: [],
  requirements: ['AS-09', 'AS-11', 'AS-12', 'AS-19', 'AS-20'],
  // A server for programs lists no grant and no page for people.
  followsFrom: ['F89'],
  references: [
    'https://datatracker.ietf.org/doc/html/rfc8414#section-2',
    'https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata',
  ],
});
