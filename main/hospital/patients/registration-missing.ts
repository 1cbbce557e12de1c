import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'registration-missing',
  title: 'No way to register',
  breaks: 'The server offers neither dynamic registration nor client id metadata documents.',
  expects: ['F40'],
  number: 62,
  requirement: 'AS-17',
  seenBy: 'probe',
  mutate: () => ({ serverMetadata: { registration_endpoint: null } }),
});
