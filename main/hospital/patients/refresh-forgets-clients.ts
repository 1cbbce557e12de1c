import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'refresh-forgets-clients',
  title: 'A refresh forgets the client',
  breaks: 'A client that refreshes its token is no longer known, so it registers again each time.',
  expects: ['F50'],
  number: null,
  requirement: 'DR-20',
  seenBy: 'sign-in',
  ends: { page: 'callback', outcome: 'signed-in' },
  mutate: () => ({ auth: { refreshForgetsClients: true } }),
});
