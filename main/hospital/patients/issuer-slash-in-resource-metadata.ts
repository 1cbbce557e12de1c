import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'issuer-slash-in-resource-metadata',
  title: 'A slash only in the resource metadata',
  breaks:
    'The resource metadata names the server with a slash at the end that the issuer does not have.',
  expects: ['F31'],
  number: 50,
  requirement: 'AS-08',
  seenBy: 'probe',
  mutate: ({ authOrigin }) => ({ resourceMetadata: { authorization_servers: [`${authOrigin}/`] } }),
});
