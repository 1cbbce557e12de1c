import { definePatient } from '../patient.ts';
import { json } from '../reply.ts';

/** As in obsidian-web-mcp#18. */
const WALL = json(401, { error: 'unauthorized' });

export const patient = definePatient({
  name: 'incident-metadata-behind-sign-in',
  title: 'All metadata behind the sign-in',
  breaks: 'Both servers ask for a token at every address, those of the metadata included.',
  expects: ['F25'],
  number: null,
  requirement: 'PR-06',
  seenBy: 'probe',
  mutate: () => ({
    resourceMetadataAt: [],
    serverMetadataAt: [],
    mcpElsewhere: WALL,
    authElsewhere: WALL,
  }),
});
