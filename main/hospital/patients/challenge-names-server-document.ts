import { definePatient } from '../patient.ts';
import { SERVER_METADATA_PATH } from '../names.ts';
import { challengeWith } from '../setup.ts';

export const patient = definePatient({
  name: 'challenge-names-server-document',
  title: 'The 401 names the wrong document',
  breaks:
    'The 401 names the authorization server metadata where it must name the protected resource metadata.',
  expects: ['F23'],
  number: null,
  requirement: 'PR-07',
  seenBy: 'probe',
  mutate: ({ authOrigin }) => ({
    challenge: challengeWith(`Bearer resource_metadata="${authOrigin}${SERVER_METADATA_PATH}"`),
  }),
});
