import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'registration-changes-redirects',
  title: 'Registration changes the redirects',
  breaks:
    'Loopback redirects are registered as 127.0.0.1, so a client that is called localhost is refused at sign-in.',
  expects: ['F47', 'F44'],
  number: null,
  requirement: 'DR-04',
  seenBy: 'registration',
  mutate: () => ({ auth: { loopbackRegisteredAs: '127.0.0.1' } }),
});
