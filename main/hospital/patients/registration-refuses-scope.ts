import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'registration-refuses-scope',
  title: 'A scope makes registration fail',
  breaks: 'A registration that names a scope is refused.',
  expects: ['F42'],
  number: 80,
  requirement: 'DR-18',
  seenBy: 'registration',
  mutate: () => ({ auth: { refusesScope: true } }),
});
