import { definePatient } from '../patient.ts';
import { ENDLESS } from '../endless.ts';
import { MCP_PATH } from '../names.ts';

export const patient = definePatient({
  name: 'network-endless',
  title: 'An answer without an end',
  breaks: 'The MCP server sends headers and then a byte now and then, for ever.',
  expects: ['F13'],
  number: null,
  requirement: null,
  seenBy: 'probe',
  mutate: () => ({
    mcpReplies: { [MCP_PATH]: ENDLESS },
    mcpElsewhere: ENDLESS,
    resourceMetadataAt: [],
  }),
});
