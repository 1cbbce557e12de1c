import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'registration-issues-secret',
  title: 'A secret for a client that wants none',
  breaks: 'Every client gets a secret for HTTP Basic, which the metadata does not list.',
  expects: ['F42'],
  number: 75,
  requirement: 'DR-07',
  seenBy: 'registration',
  mutate: () => ({ auth: { secrets: { to: 'everyone', method: 'client_secret_basic' } } }),
});
