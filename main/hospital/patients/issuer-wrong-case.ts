import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'issuer-wrong-case',
  title: 'The issuer in another case',
  breaks: 'The issuer differs from the name in the resource metadata only by a capital letter.',
  expects: ['F31'],
  number: null,
  requirement: 'AS-07',
  seenBy: 'probe',
  mutate: ({ authOrigin }) => ({
    issuer: `${authOrigin}/tenant`,
    serverMetadata: { issuer: `${authOrigin}/Tenant` },
  }),
});
