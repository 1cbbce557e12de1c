import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'registration-limited',
  title: 'One registration, then no more',
  breaks: 'The second registration is answered 429.',
  expects: ['F49'],
  number: 82,
  requirement: 'DR-20',
  seenBy: 'registration',
  mutate: () => ({ auth: { registrationLimit: 1 } }),
});
