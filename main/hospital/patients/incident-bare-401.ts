import { definePatient } from '../patient.ts';
import { OWN_ENDPOINTS } from '../own-endpoints.ts';
import { challengeWith } from '../setup.ts';

/** As in outline#12798 and anthropics/claude-ai-mcp#716. */
export const patient = definePatient({
  name: 'incident-bare-401',
  title: 'A 401 and nothing else',
  breaks:
    'The 401 has no challenge, there is no metadata, and the addresses that clients then guess do not exist.',
  expects: ['F24', 'F20'],
  number: null,
  requirement: 'PR-01',
  seenBy: 'probe',
  setting: { oneOrigin: true },
  mutate: () => ({
    challenge: challengeWith(null),
    resourceMetadataAt: [],
    serverMetadataAt: [],
    endpoints: OWN_ENDPOINTS,
  }),
});
