import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'authorize-state-cut',
  title: 'The state comes back cut',
  breaks: 'Only the first characters of state come back.',
  expects: ['F67'],
  number: 94,
  requirement: 'AZ-07',
  seenBy: 'sign-in',
  ends: { page: 'callback', outcome: 'failed' },
  mutate: () => ({ auth: { stateComesBack: 'cut' } }),
});
