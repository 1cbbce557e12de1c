import { defineRequirementMode } from '../model/mode.ts';

/** F37: the challenge says less than clients need, or something it should not. */
export const mode = defineRequirementMode({
  code: 'F37',
  title: 'The 401 says less or other than it should',
  explanation:
    'Clients take from the 401 which scopes to ask for. What is missing there they guess from the metadata; what is wrong there they pass on, and the authorization server refuses it.',
  whatToDo:
    'Write the challenge as Bearer with resource_metadata and, separated by spaces, the scopes of basic use: scope="read write". Leave error out where no token was sent.',
  step: 'challenge',
  severity: 'warning',
  category: 'deployment',
  confidence: 'certain',
  clients: [],
  requirements: ['RS-07', 'RS-08', 'RS-09', 'RS-31'],
  references: [
    'https://datatracker.ietf.org/doc/html/rfc6750#section-3',
    'https://modelcontextprotocol.io/specification/2026-07-28/basic/authorization',
  ],
});
