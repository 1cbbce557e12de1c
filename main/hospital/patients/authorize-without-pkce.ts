import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'authorize-without-pkce',
  title: 'Sign-in starts without PKCE',
  breaks: 'A request without code_challenge gets a code.',
  expects: ['F76'],
  number: 92,
  requirement: 'AZ-05',
  seenBy: 'registration',
  mutate: () => ({ auth: { pkce: 'optional' } }),
});
