import { defineRequirementMode } from '../model/mode.ts';

/** F55: client-id documents are taken without looking. */
export const mode = defineRequirementMode({
  code: 'F55',
  title: 'Client-id documents are taken without a check',
  explanation:
    'With client-id documents the address is the identity. A server that does not hold the document to its address, its redirects and its form lets a stranger sign users in under the name of another program.',
  whatToDo:
    'Fetch the document from its https address, never from a private network; refuse it unless client_id is that address, and take only redirects that stand in it.',
  step: 'authorize',
  severity: 'warning',
  category: 'deployment',
  confidence: 'certain',
  clients: [],
  requirements: ['CI-03', 'CI-04', 'CI-05', 'CI-07', 'CI-10', 'CI-11'],
  references: [
    'https://modelcontextprotocol.io/specification/2026-07-28/basic/authorization',
    'https://datatracker.ietf.org/doc/draft-ietf-oauth-client-id-metadata-document/',
  ],
});
