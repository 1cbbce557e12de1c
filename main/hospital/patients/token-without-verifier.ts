import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'token-without-verifier',
  title: 'The verifier may be left out',
  breaks: 'A code that was asked for with PKCE is redeemed without its verifier.',
  expects: ['F76'],
  number: null,
  requirement: 'TK-09',
  seenBy: 'sign-in',
  ends: { page: 'callback', outcome: 'signed-in' },
  mutate: () => ({ auth: { verifierUnchecked: 'where missing' } }),
});
