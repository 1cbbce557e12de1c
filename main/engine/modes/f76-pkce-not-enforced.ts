import { defineRequirementMode } from '../model/mode.ts';

/** F76: a sign-in goes on without PKCE, or with a kind of it that protects nothing. */
export const mode = defineRequirementMode({
  code: 'F76',
  title: 'PKCE is not enforced',
  explanation:
    'MCP clients have no secret, so PKCE with S256 is all that ties a code to the client that asked for it. Where a sign-in goes on without it, a stolen code is a stolen account.',
  whatToDo:
    'Answer a request without code_challenge, or with another method than S256, with error=invalid_request on the redirect.',
  step: 'authorize',
  severity: 'error',
  category: 'deployment',
  confidence: 'certain',
  clients: [],
  requirements: ['AZ-05', 'AZ-06', 'TK-08', 'TK-09'],
  references: [
    'https://datatracker.ietf.org/doc/html/rfc9700#section-2.1.1',
    'https://modelcontextprotocol.io/specification/2026-07-28/basic/authorization',
  ],
});
