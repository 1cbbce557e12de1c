import { defineRequirementMode } from '../model/mode.ts';

/** F38: a token that nobody issued, or no token at all, is not answered as it must be. */
export const mode = defineRequirementMode({
  code: 'F38',
  title: 'A wrong token is not refused rightly',
  explanation:
    'Clients learn from a 401 with error="invalid_token" that they have to renew their token or sign in again. A server that answers otherwise leaves them with a token that never works, or lets anybody in.',
  whatToDo:
    'Check the signature, issuer, audience and expiry of every token, and answer 401 with error="invalid_token" when one of them is wrong.',
  step: 'challenge',
  severity: 'error',
  category: 'deployment',
  confidence: 'certain',
  clients: [],
  requirements: ['RS-10', 'RS-11', 'RS-12', 'RS-13', 'RS-16', 'RS-17', 'RS-19'],
  references: [
    'https://datatracker.ietf.org/doc/html/rfc6750#section-3.1',
    'https://modelcontextprotocol.io/specification/2026-07-28/basic/authorization',
  ],
});
