import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'servers-with-query',
  title: 'An issuer with a query',
  breaks: 'The authorization server is named with a query string, which no issuer may have.',
  expects: ['F27'],
  number: 48,
  requirement: 'PR-14',
  seenBy: 'probe',
  mutate: ({ authOrigin }) => ({ issuer: `${authOrigin}?tenant=acme` }),
});
