import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'authorize-implicit-flow',
  title: 'The implicit flow is on',
  breaks: 'A request for a token in place of a code gets one in the fragment.',
  expects: ['F78'],
  number: null,
  requirement: 'AZ-15',
  seenBy: 'registration',
  mutate: () => ({ auth: { implicitFlow: true } }),
});
