import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'token-lives-a-month',
  title: 'Tokens live a month',
  breaks: 'An access token is good for thirty days, and so for whoever steals it.',
  expects: ['F82'],
  number: null,
  requirement: 'TK-29',
  seenBy: 'sign-in',
  ends: { page: 'callback', outcome: 'signed-in' },
  mutate: () => ({ auth: { tokenLifetime: 2_592_000 } }),
});
