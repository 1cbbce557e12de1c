import { definePatient } from '../patient.ts';
import { MCP_PATH } from '../names.ts';
import { html } from '../reply.ts';

const PAGE = html(200, 'This domain is parked');

export const patient = definePatient({
  name: 'network-html-everywhere',
  title: 'A page for every request',
  breaks:
    'Both servers answer every request with 200 and a page, as a parked domain or a captive portal does.',
  expects: ['F21', 'F25'],
  number: null,
  requirement: null,
  seenBy: 'probe',
  mutate: () => ({
    mcpReplies: { [MCP_PATH]: PAGE },
    mcpElsewhere: PAGE,
    authElsewhere: PAGE,
    resourceMetadataAt: [],
    serverMetadataAt: [],
  }),
});
