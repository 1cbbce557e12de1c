import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'registration-nameless',
  title: 'No client id comes back',
  breaks: 'The answer to a registration leaves out client_id.',
  expects: ['F47'],
  number: null,
  requirement: 'DR-03',
  seenBy: 'registration',
  mutate: () => ({ auth: { registrationLeavesOut: ['client_id'] } }),
});
