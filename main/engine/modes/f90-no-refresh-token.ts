import { defineRequirementMode } from '../model/mode.ts';

/** F90: there is no refresh token, so every connection ends with its access token. */
export const mode = defineRequirementMode({
  code: 'F90',
  title: 'The sign-in brings no refresh token',
  explanation:
    'Without a refresh token the connection ends with the access token, and the user has to sign in again.',
  whatToDo:
    'Issue a refresh token to clients that register with the refresh_token grant. Where the authorization server wants offline_access for it, list that in its scopes_supported, and clients ask for it.',
  step: 'refresh',
  severity: 'advice',
  category: 'deployment',
  confidence: 'certain',
  clients: [],
  requirements: ['TK-23'],
  references: [
    'https://github.com/anthropics/claude-ai-mcp/issues/42',
    'https://modelcontextprotocol.io/specification/2026-07-28/basic/authorization',
  ],
});
