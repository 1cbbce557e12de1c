import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'resource-sibling',
  title: 'The path of a neighbour',
  breaks: 'The metadata is that of another endpoint on the same origin.',
  expects: ['F26'],
  number: 40,
  requirement: 'PR-10',
  seenBy: 'probe',
  mutate: ({ mcpOrigin }) => ({ resourceMetadata: { resource: `${mcpOrigin}/other` } }),
});
