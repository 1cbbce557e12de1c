import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'registration-text-timestamp',
  title: 'A date in words in the registration',
  breaks: 'The member client_id_issued_at is a date in words, not a number of seconds.',
  expects: ['F47'],
  number: 73,
  requirement: 'DR-06',
  seenBy: 'registration',
  mutate: () => ({ auth: { registrationAnswer: { client_id_issued_at: '2026-11-23T12:00:00Z' } } }),
});
