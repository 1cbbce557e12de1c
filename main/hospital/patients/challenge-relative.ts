import { definePatient } from '../patient.ts';
import { RESOURCE_METADATA_PATH } from '../names.ts';
import { challengeWith } from '../setup.ts';

export const patient = definePatient({
  name: 'challenge-relative',
  title: 'resource_metadata is relative',
  breaks:
    'The 401 names the metadata by a path without scheme and host, which clients drop without a word.',
  expects: ['F22'],
  number: 8,
  requirement: 'RS-05',
  seenBy: 'probe',
  mutate: () => ({
    challenge: challengeWith(`Bearer resource_metadata="${RESOURCE_METADATA_PATH}"`),
  }),
});
