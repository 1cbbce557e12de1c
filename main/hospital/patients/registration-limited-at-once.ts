import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'registration-limited-at-once',
  title: 'Registration is closed for now',
  breaks: 'Already the first registration is answered 429 with Retry-After.',
  expects: ['F49'],
  number: null,
  requirement: 'DR-20',
  seenBy: 'registration',
  mutate: () => ({ auth: { registrationLimit: 0 } }),
});
