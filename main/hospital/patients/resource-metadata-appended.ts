import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'resource-metadata-appended',
  title: 'The well-known part is appended',
  breaks: 'The metadata lies behind the MCP path, while clients look for it between host and path.',
  expects: ['F24'],
  number: 30,
  requirement: 'PR-02',
  seenBy: 'probe',
  mutate: () => ({ resourceMetadataAt: ['/mcp/.well-known/oauth-protected-resource'] }),
});
