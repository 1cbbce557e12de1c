import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'pkce-not-listed',
  title: 'No list of PKCE methods',
  breaks: 'The server knows S256 and does not say so, and clients must then refuse to go on.',
  expects: ['F33'],
  number: 58,
  requirement: 'AS-13',
  seenBy: 'probe',
  mutate: () => ({ serverMetadata: { code_challenge_methods_supported: null } }),
});
