import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'authorize-compares-ports',
  title: 'The port of loopback redirects is compared',
  breaks: 'A registered loopback redirect with another port is refused.',
  expects: ['F44'],
  number: 91,
  requirement: 'AZ-03',
  seenBy: 'registration',
  mutate: () => ({ auth: { redirectCheck: 'every-character' } }),
});
