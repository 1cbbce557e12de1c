import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'token-lives-ten-seconds',
  title: 'Tokens live ten seconds',
  breaks: 'An access token is over so soon that clients refresh without end.',
  expects: ['F91'],
  number: 129,
  requirement: null,
  seenBy: 'sign-in',
  ends: { page: 'callback', outcome: 'signed-in' },
  mutate: () => ({ auth: { tokenLifetime: 10 } }),
});
