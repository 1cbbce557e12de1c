import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'authorize-iss-slash',
  title: 'A slash more in the redirect',
  breaks: 'The issuer in the redirect back has a slash at its end that the metadata has not.',
  expects: ['F32'],
  number: 97,
  requirement: 'AZ-09',
  seenBy: 'sign-in',
  ends: { page: 'callback', outcome: 'failed' },
  mutate: ({ authOrigin }) => ({ auth: { iss: `${authOrigin}/` } }),
});
