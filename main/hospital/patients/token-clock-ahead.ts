import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'token-clock-ahead',
  title: 'A clock that is ten minutes ahead',
  breaks:
    'Tokens are not good yet for the MCP server, because the clock of the authorization server is ahead.',
  expects: ['F103'],
  number: 130,
  requirement: 'TK-31',
  seenBy: 'probe',
  mutate: () => ({ auth: { clockAheadMs: 600_000, tokensAreJwt: true } }),
});
