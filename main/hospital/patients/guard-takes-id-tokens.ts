import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'guard-takes-id-tokens',
  title: 'The id_token is taken',
  breaks:
    'The id_token, which tells the client who signed in, is taken in place of the access token.',
  expects: ['F38'],
  number: 16,
  requirement: 'RS-16',
  seenBy: 'sign-in',
  ends: { page: 'callback', outcome: 'signed-in' },
  mutate: () => ({ mcp: { accepts: ['id token'] }, auth: { tokensAreJwt: true }, idTokens: true }),
});
