import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'network-hangs',
  title: 'An answer after a minute',
  breaks: 'Every answer takes a minute, longer than any client waits.',
  expects: ['F13'],
  number: null,
  requirement: null,
  seenBy: 'probe',
  setting: { delayMs: 60_000 },
  mutate: () => ({}),
});
