import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'registration-forgets-clients',
  title: 'Clients are forgotten after half a minute',
  breaks: 'A registered client is no longer known after 30 seconds.',
  expects: ['F50'],
  number: 84,
  requirement: 'DR-20',
  seenBy: 'sign-in',
  mutate: () => ({ auth: { clientsLastMs: 30_000 } }),
});
