import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'servers-empty',
  title: 'An empty list of servers',
  breaks: 'The resource metadata has a list of authorization servers with nothing in it.',
  expects: ['F27'],
  number: null,
  requirement: 'PR-13',
  seenBy: 'probe',
  mutate: () => ({ resourceMetadata: { authorization_servers: [] } }),
});
