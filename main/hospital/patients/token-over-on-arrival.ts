import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'token-over-on-arrival',
  title: 'Tokens are over when they arrive',
  breaks: 'An access token has already ended when the client gets it.',
  expects: ['F91'],
  number: null,
  requirement: 'TK-31',
  seenBy: 'sign-in',
  ends: { page: 'callback', outcome: 'loop' },
  mutate: () => ({ auth: { tokenLifetime: 0 } }),
});
