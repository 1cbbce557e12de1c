import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'registration-forgets-at-once',
  title: 'Clients are forgotten at once',
  breaks: 'A client that has just registered is not known at the sign-in page.',
  expects: ['F50'],
  number: null,
  requirement: null,
  seenBy: 'registration',
  ends: { page: 'error-page', outcome: 'failed' },
  mutate: () => ({ auth: { clientsLastMs: 0 } }),
});
