import { definePatient } from '../patient.ts';
import { MCP_PATH } from '../names.ts';
import { html } from '../reply.ts';

/** As in anthropics/claude-ai-mcp#299. */
export const patient = definePatient({
  name: 'incident-load-balancer-gap',
  title: 'A load balancer that knows only /mcp/…',
  breaks:
    'The load balancer has a rule for what lies below /mcp and none for /mcp itself, which another program answers with a page.',
  expects: ['F09'],
  number: null,
  requirement: 'RS-01',
  seenBy: 'probe',
  mutate: () => ({ mcpAt: ['/mcp/'], mcpReplies: { [MCP_PATH]: html(404, 'Not Found') } }),
});
