import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'authorize-consent-once',
  title: 'Only the first client needs consent',
  breaks:
    'Once the user has agreed to one client, every other gets a code without being asked about.',
  expects: ['F78'],
  number: 103,
  requirement: 'AZ-17',
  seenBy: 'sign-in',
  ends: { page: 'callback', outcome: 'signed-in' },
  mutate: () => ({ auth: { consent: 'first-client-only' } }),
});
