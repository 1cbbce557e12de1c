import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'resource-http-behind-tls',
  title: 'http in place of https',
  breaks: 'A server behind a TLS proxy names itself with the http that it sees.',
  expects: ['F26'],
  number: 38,
  requirement: 'PR-12',
  seenBy: 'probe',
  setting: { tls: true, host: 'mcp.acme.example' },
  mutate: ({ resource }) => ({
    resourceMetadata: { resource: resource.replace('https:', 'http:') },
  }),
});
