import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'network-slow',
  title: '100 ms for every answer',
  breaks: 'Nothing: every answer takes 100 ms, as over a long line.',
  expects: [],
  number: null,
  requirement: null,
  seenBy: 'probe',
  setting: { delayMs: 100 },
  mutate: () => ({}),
});
