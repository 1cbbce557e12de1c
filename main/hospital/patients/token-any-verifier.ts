import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'token-any-verifier',
  title: 'The verifier is not checked',
  breaks: 'A code is redeemed with any PKCE verifier.',
  expects: ['F76'],
  number: 116,
  requirement: 'TK-08',
  seenBy: 'sign-in',
  ends: { page: 'callback', outcome: 'signed-in' },
  mutate: () => ({ auth: { verifierUnchecked: true } }),
});
