import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'authorize-any-resource',
  title: 'Tokens for any resource',
  breaks: 'A code is given for whatever resource a request names.',
  expects: ['F78'],
  number: 99,
  requirement: 'AZ-11',
  seenBy: 'registration',
  mutate: () => ({ auth: { anyResource: true } }),
});
