import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'token-refused-by-server',
  title: 'A good token is still answered 401',
  breaks: 'The MCP server refuses every token that its own sign-in gave.',
  expects: ['F83'],
  number: 125,
  requirement: 'TK-31',
  seenBy: 'sign-in',
  ends: { page: 'callback', outcome: 'loop' },
  mutate: () => ({ auth: { tokensUnknownToServer: true } }),
});
