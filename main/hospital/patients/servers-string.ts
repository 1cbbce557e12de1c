import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'servers-string',
  title: 'A string in place of a list',
  breaks: 'authorization_servers is a string where it must be a list.',
  expects: ['F27'],
  number: 36,
  requirement: 'PR-13',
  seenBy: 'probe',
  mutate: ({ authOrigin }) => ({ resourceMetadata: { authorization_servers: authOrigin } }),
});
