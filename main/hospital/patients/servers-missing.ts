import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'servers-missing',
  title: 'No authorization_servers',
  breaks: 'The resource metadata names no authorization server.',
  expects: ['F27'],
  number: 35,
  requirement: 'PR-13',
  seenBy: 'probe',
  mutate: () => ({ resourceMetadata: { authorization_servers: null } }),
});
