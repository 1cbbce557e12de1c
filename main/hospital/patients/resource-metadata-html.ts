import { definePatient } from '../patient.ts';
import { html } from '../reply.ts';

export const patient = definePatient({
  name: 'resource-metadata-html',
  title: 'A page for every address',
  breaks: 'Every unknown address of the MCP server is answered 200 with a page, the metadata too.',
  expects: ['F25'],
  number: 32,
  requirement: 'PR-05',
  seenBy: 'probe',
  mutate: () => ({ resourceMetadataAt: [], mcpElsewhere: html(200, 'Acme') }),
});
