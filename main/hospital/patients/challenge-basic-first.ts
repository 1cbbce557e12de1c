import { definePatient } from '../patient.ts';
import { RESOURCE_METADATA_PATH } from '../names.ts';
import { challengeWith, SCOPE } from '../setup.ts';

export const patient = definePatient({
  name: 'challenge-basic-first',
  title: 'Basic before Bearer',
  breaks:
    'The 401 offers Basic before Bearer, which is legal, and clients that read only the first offer miss the metadata.',
  expects: ['F22'],
  number: 6,
  requirement: 'RS-06',
  seenBy: 'probe',
  mutate: ({ mcpOrigin }) => ({
    challenge: challengeWith(
      `Basic realm="mcp", Bearer resource_metadata="${mcpOrigin}${RESOURCE_METADATA_PATH}", scope="${SCOPE}"`,
    ),
  }),
});
