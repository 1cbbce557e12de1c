import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'authorize-open-redirect',
  title: 'The sign-in sends the browser anywhere',
  breaks: 'The redirect of an authorization request is not compared with anything.',
  expects: ['F75'],
  number: 89,
  requirement: 'AZ-01',
  seenBy: 'registration',
  mutate: () => ({ auth: { redirectCheck: 'none' } }),
});
