import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'pkce-plain-only',
  title: 'Only plain PKCE',
  breaks: 'The server offers PKCE only with the method plain, which clients do not use.',
  expects: ['F33'],
  number: 59,
  requirement: 'AS-15',
  seenBy: 'probe',
  mutate: () => ({ serverMetadata: { code_challenge_methods_supported: ['plain'] } }),
});
