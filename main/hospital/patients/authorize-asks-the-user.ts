import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'authorize-asks-the-user',
  title: 'The user is asked each time',
  breaks: 'Nothing: a page asks the user about every client, and its form answers with 303.',
  expects: [],
  number: null,
  requirement: null,
  seenBy: 'sign-in',
  ends: { page: 'callback', outcome: 'signed-in' },
  mutate: () => ({ auth: { consent: 'always' } }),
});
