import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'authorize-state-lost',
  title: 'The state does not come back',
  breaks: 'The redirect back has no state.',
  expects: ['F67'],
  number: null,
  requirement: 'AZ-07',
  seenBy: 'sign-in',
  ends: { page: 'callback', outcome: 'failed' },
  mutate: () => ({ auth: { stateComesBack: 'lost' } }),
});
