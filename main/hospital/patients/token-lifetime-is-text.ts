import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'token-lifetime-is-text',
  title: 'The lifetime is text',
  breaks: 'The answer with tokens has expires_in as text.',
  expects: ['F82'],
  number: null,
  requirement: 'TK-06',
  seenBy: 'sign-in',
  ends: { page: 'callback', outcome: 'signed-in' },
  mutate: () => ({ auth: { tokenAnswer: { expires_in: '3600' } } }),
});
