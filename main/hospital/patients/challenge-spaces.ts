import { definePatient } from '../patient.ts';
import { RESOURCE_METADATA_PATH } from '../names.ts';
import { challengeWith, SCOPE } from '../setup.ts';

export const patient = definePatient({
  name: 'challenge-spaces',
  title: 'Spaces round the equals sign',
  breaks:
    'The 401 puts spaces round the equals sign, which is legal, and most clients then miss the metadata.',
  expects: ['F22'],
  number: 7,
  requirement: 'RS-06',
  seenBy: 'probe',
  mutate: ({ mcpOrigin }) => ({
    challenge: challengeWith(
      `Bearer resource_metadata = "${mcpOrigin}${RESOURCE_METADATA_PATH}", scope="${SCOPE}"`,
    ),
  }),
});
