import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'registration-shares-id',
  title: 'One client id for everybody',
  breaks: 'Every registration gets the same client id, and all redirects add up.',
  expects: ['F53'],
  number: 83,
  requirement: 'DR-17',
  seenBy: 'registration',
  mutate: () => ({ auth: { clientId: 'shared-client' } }),
});
