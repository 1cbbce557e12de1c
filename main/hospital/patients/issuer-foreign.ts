import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'issuer-foreign',
  title: 'The issuer of someone else',
  breaks: 'The server metadata carries the issuer of another host.',
  expects: ['F31'],
  number: 51,
  requirement: 'AS-07',
  seenBy: 'probe',
  mutate: () => ({ serverMetadata: { issuer: 'https://login.elsewhere.example' } }),
});
