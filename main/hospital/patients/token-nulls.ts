import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'token-nulls',
  title: 'Nulls in the answer with tokens',
  breaks: 'The answer with tokens has null for refresh_token and scope.',
  expects: ['F82'],
  number: 107,
  requirement: 'TK-05',
  seenBy: 'sign-in',
  ends: { page: 'callback', outcome: 'failed' },
  mutate: () => ({ auth: { tokenAnswer: { refresh_token: null, scope: null } } }),
});
