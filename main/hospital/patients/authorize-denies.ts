import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'authorize-denies',
  title: 'The sign-in comes back with an error',
  breaks: 'Whatever the user says, access_denied comes back.',
  expects: ['F67'],
  number: null,
  requirement: null,
  seenBy: 'sign-in',
  ends: { page: 'error-callback', outcome: 'failed' },
  mutate: () => ({ auth: { consent: 'always', answersError: 'access_denied' } }),
});
