import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'token-codes-for-anyone',
  title: 'Any client redeems a code',
  breaks: 'A code is redeemed for another client than the one it was made for.',
  expects: ['F81'],
  number: 118,
  requirement: 'TK-13',
  seenBy: 'sign-in',
  ends: { page: 'callback', outcome: 'signed-in' },
  mutate: () => ({ auth: { codesForAnyone: true } }),
});
