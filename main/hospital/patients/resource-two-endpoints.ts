import { definePatient } from '../patient.ts';
import { MCP_PATH, RESOURCE_METADATA_PATH } from '../names.ts';

export const patient = definePatient({
  name: 'resource-two-endpoints',
  title: 'Two endpoints, one document',
  breaks: 'Two endpoints on one host share a document, and it is about the other one.',
  expects: ['F26'],
  number: 47,
  requirement: 'PR-23',
  seenBy: 'probe',
  mutate: ({ mcpOrigin }) => ({
    mcpAt: [MCP_PATH, '/mcp2'],
    resourceMetadata: { resource: `${mcpOrigin}/mcp2` },
    resourceMetadataAt: [
      RESOURCE_METADATA_PATH,
      '/.well-known/oauth-protected-resource',
      '/.well-known/oauth-protected-resource/mcp2',
    ],
  }),
});
