import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'token-without-refresh',
  title: 'No refresh token comes',
  breaks: 'The answer with tokens has no refresh token, so users sign in again every hour.',
  expects: ['F90'],
  number: null,
  requirement: 'TK-23',
  seenBy: 'sign-in',
  ends: { page: 'callback', outcome: 'signed-in' },
  mutate: () => ({ auth: { tokenLeavesOut: ['refresh_token'] } }),
});
