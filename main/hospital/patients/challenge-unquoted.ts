import { definePatient } from '../patient.ts';
import { RESOURCE_METADATA_PATH } from '../names.ts';
import { challengeWith } from '../setup.ts';

export const patient = definePatient({
  name: 'challenge-unquoted',
  title: 'resource_metadata without quotes',
  breaks:
    'The URL in the 401 has no quotes, and a URL is no token: colon and slash need them (RFC 9110 §5.6.2).',
  expects: ['F22'],
  number: null,
  requirement: 'RS-05',
  seenBy: 'probe',
  mutate: ({ mcpOrigin }) => ({
    challenge: challengeWith(`Bearer resource_metadata=${mcpOrigin}${RESOURCE_METADATA_PATH}`),
  }),
});
