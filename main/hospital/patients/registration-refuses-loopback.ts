import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'registration-refuses-loopback',
  title: 'Loopback redirects are refused',
  breaks: 'No redirect to the machine of the user may be registered.',
  expects: ['F43'],
  number: 77,
  requirement: 'DR-08',
  seenBy: 'registration',
  mutate: () => ({ auth: { redirectKinds: ['https', 'private-use'] } }),
});
