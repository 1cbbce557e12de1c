import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'authorize-needs-scope',
  title: 'No sign-in without a scope',
  breaks: 'A request that names no scope is refused.',
  expects: ['F65'],
  number: 102,
  requirement: 'AZ-14',
  seenBy: 'registration',
  mutate: () => ({ auth: { needsScope: true } }),
});
