import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'healthy',
  title: 'Nothing is wrong',
  breaks: 'Nothing: this is the pair that all others differ from.',
  expects: [],
  number: null,
  requirement: null,
  seenBy: 'probe',
  ends: { page: 'callback', outcome: 'signed-in' },
  mutate: () => ({}),
});
