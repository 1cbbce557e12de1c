import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'token-audience-is-client',
  title: 'Tokens are made for the client',
  breaks:
    'The audience of a token is the client, not the MCP server, as Auth0 does it without an audience.',
  expects: ['F83'],
  number: 124,
  requirement: 'TK-16',
  seenBy: 'sign-in',
  ends: { page: 'callback', outcome: 'loop' },
  mutate: () => ({ auth: { tokensAreJwt: true, audienceIsClient: true } }),
});
