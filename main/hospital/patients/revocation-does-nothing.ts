import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'revocation-does-nothing',
  title: 'Revoked tokens stay good',
  breaks: 'A revocation is answered 200, and the token stays good.',
  expects: ['F79'],
  number: null,
  requirement: null,
  seenBy: 'sign-in',
  ends: { page: 'callback', outcome: 'signed-in' },
  mutate: () => ({ auth: { revocationIgnored: true } }),
});
