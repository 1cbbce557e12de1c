import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'resource-sibling',
  title: 'The path of a neighbour',
  breaks: 'The metadata is that of another endpoint on the same origin.',
  expects: ['F26'],
  mutate: ({ mcpOrigin }) => ({ resourceMetadata: { resource: `${mcpOrigin}/other` } }),
});
