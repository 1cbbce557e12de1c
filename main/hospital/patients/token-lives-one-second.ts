import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'token-lives-one-second',
  title: 'Tokens live one second',
  breaks: 'An access token ends before the client has used it once.',
  expects: ['F91'],
  number: null,
  requirement: null,
  seenBy: 'sign-in',
  ends: { page: 'callback', outcome: 'signed-in' },
  mutate: () => ({ auth: { tokenLifetime: 1 } }),
});
