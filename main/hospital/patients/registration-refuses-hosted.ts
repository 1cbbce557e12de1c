import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'registration-refuses-hosted',
  title: 'Redirects of hosted clients are refused',
  breaks: 'No https redirect may be registered.',
  expects: ['F43'],
  number: null,
  requirement: 'DR-09',
  seenBy: 'registration',
  mutate: () => ({ auth: { redirectKinds: ['loopback', 'private-use'] } }),
});
