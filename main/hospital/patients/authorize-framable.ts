import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'authorize-framable',
  title: 'The sign-in page can be framed',
  breaks: 'No page of the sign-in forbids being shown in a frame.',
  expects: ['F78'],
  number: null,
  requirement: 'AZ-16',
  seenBy: 'registration',
  mutate: () => ({ auth: { consent: 'always', pageHeaders: {} } }),
});
