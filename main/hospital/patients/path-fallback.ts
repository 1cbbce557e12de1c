import { definePatient } from '../patient.ts';
import { OWN_ENDPOINTS } from '../own-endpoints.ts';
import { challengeWith } from '../setup.ts';

export const patient = definePatient({
  name: 'path-fallback',
  title: 'Only the address of January 2026',
  breaks:
    'There is no resource metadata, and the server metadata lies only where clients looked until 2026-01-08.',
  expects: ['F29'],
  number: null,
  requirement: 'PR-01',
  seenBy: 'probe',
  setting: { oneOrigin: true },
  mutate: ({ resource }) => ({
    challenge: challengeWith('Bearer'),
    issuer: resource,
    resourceMetadataAt: [],
    endpoints: OWN_ENDPOINTS,
  }),
});
