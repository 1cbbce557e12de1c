import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'authorize-errors-without-iss',
  title: 'Errors come back without the issuer',
  breaks: 'The metadata promises iss, and errors come back without it.',
  expects: ['F32'],
  number: 105,
  requirement: 'AZ-08',
  seenBy: 'registration',
  mutate: () => ({ auth: { errorsWithoutIss: true } }),
});
