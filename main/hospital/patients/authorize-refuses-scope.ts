import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'authorize-refuses-scope',
  title: 'The listed scope is refused',
  breaks: 'The scope that the metadata lists comes back as invalid_scope.',
  expects: ['F65'],
  number: 100,
  requirement: null,
  seenBy: 'registration',
  ends: { page: 'error-callback', outcome: 'failed' },
  mutate: () => ({ auth: { refusesEveryScope: true } }),
});
