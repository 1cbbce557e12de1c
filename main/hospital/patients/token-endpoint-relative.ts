import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'token-endpoint-relative',
  title: 'A relative endpoint',
  breaks: 'token_endpoint is a path without scheme and host.',
  expects: ['F17'],
  number: 61,
  requirement: 'AS-09',
  seenBy: 'probe',
  mutate: () => ({ serverMetadata: { token_endpoint: '/token' } }),
});
