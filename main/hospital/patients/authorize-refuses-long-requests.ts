import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'authorize-refuses-long-requests',
  title: 'Long requests are refused',
  breaks: 'A request with more than 1000 characters is answered 414.',
  expects: ['F77'],
  number: null,
  requirement: 'AZ-19',
  seenBy: 'registration',
  mutate: () => ({ auth: { longestQuery: 1000 } }),
});
