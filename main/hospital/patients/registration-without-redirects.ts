import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'registration-without-redirects',
  title: 'The registration comes back without redirects',
  breaks: 'The answer to a registration leaves out redirect_uris.',
  expects: ['F47'],
  number: 71,
  requirement: 'DR-04',
  seenBy: 'registration',
  mutate: () => ({ auth: { registrationLeavesOut: ['redirect_uris'] } }),
});
