import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'resource-other-host',
  title: 'The name from inside',
  breaks: 'The metadata names the server by the host name that it has behind its proxy.',
  expects: ['F26'],
  number: 42,
  requirement: 'PR-12',
  seenBy: 'probe',
  mutate: () => ({ resourceMetadata: { resource: 'https://mcp-backend.internal.example/mcp' } }),
});
