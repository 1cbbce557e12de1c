import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'token-lifetime-missing',
  title: 'The lifetime is missing',
  breaks: 'The answer with tokens has no expires_in.',
  expects: ['F82'],
  number: null,
  requirement: 'TK-06',
  seenBy: 'sign-in',
  ends: { page: 'callback', outcome: 'signed-in' },
  mutate: () => ({ auth: { tokenLeavesOut: ['expires_in'] } }),
});
