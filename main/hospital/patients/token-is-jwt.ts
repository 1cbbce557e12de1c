import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'token-is-jwt',
  title: 'Tokens say what they are for',
  breaks: 'Nothing: access tokens are JWTs that name their server, and the server reads them.',
  expects: [],
  number: null,
  requirement: null,
  seenBy: 'sign-in',
  ends: { page: 'callback', outcome: 'signed-in' },
  mutate: () => ({ auth: { tokensAreJwt: true } }),
});
