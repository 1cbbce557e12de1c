import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'authorize-wrong-iss',
  title: 'Another issuer in the redirect',
  breaks: 'The redirect back names an issuer that is not the one of the metadata.',
  expects: ['F32'],
  number: 95,
  requirement: 'AZ-09',
  seenBy: 'sign-in',
  ends: { page: 'callback', outcome: 'failed' },
  mutate: () => ({ auth: { iss: 'https://login.elsewhere.example' } }),
});
