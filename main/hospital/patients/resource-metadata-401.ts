import { definePatient } from '../patient.ts';
import { json } from '../reply.ts';

export const patient = definePatient({
  name: 'resource-metadata-401',
  title: 'Resource metadata behind a token',
  breaks: 'The resource metadata asks for the very token that it explains how to get.',
  expects: ['F25'],
  number: 34,
  requirement: 'PR-06',
  seenBy: 'probe',
  mutate: () => ({
    resourceMetadataAt: [],
    mcpElsewhere: json(401, { error: 'unauthorized' }),
  }),
});
