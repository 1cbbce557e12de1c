import { definePatient } from '../patient.ts';
import { MCP_PATH } from '../names.ts';
import { redirect } from '../reply.ts';

export const patient = definePatient({
  name: 'redirect-other-origin',
  title: 'Moved to another host',
  breaks: 'The MCP URL redirects to another host, and clients do not follow there with a token.',
  expects: ['F08'],
  number: 26,
  requirement: 'RS-36',
  seenBy: 'probe',
  setting: { aliases: true },
  mutate: ({ mcpAlias }) => ({
    mcpAt: ['/v2/mcp'],
    mcpReplies: { [MCP_PATH]: redirect(`${mcpAlias}/v2/mcp`, 308) },
  }),
});
