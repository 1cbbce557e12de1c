import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'token-answer-is-form',
  title: 'Tokens come as a form',
  breaks: 'The answer with tokens is a form, not JSON.',
  expects: ['F82'],
  number: 110,
  requirement: 'TK-03',
  seenBy: 'sign-in',
  ends: { page: 'callback', outcome: 'failed' },
  mutate: () => ({ auth: { tokenAnswerIsForm: true } }),
});
