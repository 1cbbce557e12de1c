import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'network-sign-in-hangs',
  title: 'The sign-in server takes a minute',
  breaks: 'Every answer of the authorization server takes a minute, longer than any client waits.',
  expects: ['F13'],
  number: 134,
  requirement: 'RS-38',
  seenBy: 'probe',
  setting: { authDelayMs: 60_000 },
  mutate: () => ({}),
});
