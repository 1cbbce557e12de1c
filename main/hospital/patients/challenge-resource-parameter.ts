import { definePatient } from '../patient.ts';
import { RESOURCE_METADATA_PATH } from '../names.ts';
import { challengeWith } from '../setup.ts';

export const patient = definePatient({
  name: 'challenge-resource-parameter',
  title: 'resource in place of resource_metadata',
  breaks: 'The 401 names the metadata under another parameter, resource, which no client reads.',
  expects: ['F22'],
  number: null,
  requirement: 'RS-03',
  seenBy: 'probe',
  mutate: ({ mcpOrigin }) => ({
    challenge: challengeWith(`Bearer resource="${mcpOrigin}${RESOURCE_METADATA_PATH}"`),
  }),
});
