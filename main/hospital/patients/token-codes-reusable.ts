import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'token-codes-reusable',
  title: 'A code works twice',
  breaks: 'A code can be redeemed more than once.',
  expects: ['F81'],
  number: 117,
  requirement: 'TK-11',
  seenBy: 'sign-in',
  ends: { page: 'callback', outcome: 'signed-in' },
  mutate: () => ({ auth: { codesReusable: true } }),
});
