import { definePatient } from '../patient.ts';
import { MCP_PATH } from '../names.ts';

export const patient = definePatient({
  name: 'network-resets',
  title: 'Every connection is reset',
  breaks: 'The MCP server resets each connection once it has read the request.',
  expects: ['F14'],
  number: null,
  requirement: null,
  seenBy: 'probe',
  mutate: () => ({
    mcpReplies: { [MCP_PATH]: { kind: 'reset' } },
    mcpElsewhere: { kind: 'reset' },
    resourceMetadataAt: [],
  }),
});
