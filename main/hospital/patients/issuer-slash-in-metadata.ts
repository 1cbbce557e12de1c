import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'issuer-slash-in-metadata',
  title: 'A slash only in the issuer',
  breaks:
    'The issuer in the server metadata ends in a slash that the resource metadata does not have.',
  expects: ['F31'],
  number: 49,
  requirement: 'AS-07',
  seenBy: 'probe',
  mutate: ({ authOrigin }) => ({ serverMetadata: { issuer: `${authOrigin}/` } }),
});
