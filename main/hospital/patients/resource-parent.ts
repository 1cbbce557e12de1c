import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'resource-parent',
  title: 'The origin in place of the endpoint',
  breaks: 'The metadata names the origin where it must name the MCP URL.',
  expects: ['F26'],
  number: 39,
  requirement: 'PR-10',
  seenBy: 'probe',
  mutate: ({ mcpOrigin }) => ({ resourceMetadata: { resource: mcpOrigin } }),
});
