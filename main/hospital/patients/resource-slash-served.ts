import { MCP_PATH } from '../names.ts';
import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'resource-slash-served',
  title: 'Both spellings answer, the metadata names one',
  breaks:
    'The server answers at /mcp and at /mcp/, its metadata is for /mcp/ only, and clients compare letter by letter.',
  expects: ['F26'],
  number: null,
  requirement: 'PR-11',
  seenBy: 'probe',
  mutate: ({ resource }) => ({
    mcpAt: [MCP_PATH, `${MCP_PATH}/`],
    resourceMetadata: { resource: `${resource}/` },
  }),
});
