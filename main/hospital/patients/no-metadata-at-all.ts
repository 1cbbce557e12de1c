import { definePatient } from '../patient.ts';
import { OWN_ENDPOINTS } from '../own-endpoints.ts';
import { challengeWith } from '../setup.ts';

export const patient = definePatient({
  name: 'no-metadata-at-all',
  title: 'No metadata and no default endpoints',
  breaks: 'Nothing describes the server, and the addresses that clients then guess do not exist.',
  expects: ['F24', 'F30'],
  number: null,
  requirement: 'PR-01',
  seenBy: 'probe',
  setting: { oneOrigin: true },
  mutate: () => ({
    challenge: challengeWith('Bearer'),
    resourceMetadataAt: [],
    serverMetadataAt: [],
    endpoints: OWN_ENDPOINTS,
  }),
});
