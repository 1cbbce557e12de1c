import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'authorize-state-encoded-again',
  title: 'The state comes back encoded twice',
  breaks: 'The state comes back with its special characters encoded once more.',
  expects: ['F67'],
  number: null,
  requirement: 'AZ-07',
  seenBy: 'sign-in',
  mutate: () => ({ auth: { stateComesBack: 'encoded-again' } }),
});
