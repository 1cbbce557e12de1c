import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'token-type-missing',
  title: 'Tokens come without their type',
  breaks: 'The answer with tokens has no token_type.',
  expects: ['F82'],
  number: 106,
  requirement: 'TK-04',
  seenBy: 'sign-in',
  ends: { page: 'callback', outcome: 'failed' },
  mutate: () => ({ auth: { tokenLeavesOut: ['token_type'] } }),
});
