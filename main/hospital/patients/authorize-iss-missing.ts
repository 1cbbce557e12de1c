import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'authorize-iss-missing',
  title: 'The promised issuer is missing',
  breaks: 'The metadata promises iss, and no redirect back has it.',
  expects: ['F32'],
  number: 96,
  requirement: 'AS-18',
  seenBy: 'sign-in',
  ends: { page: 'callback', outcome: 'failed' },
  mutate: () => ({ auth: { iss: null } }),
});
