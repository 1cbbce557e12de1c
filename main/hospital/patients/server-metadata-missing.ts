import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'server-metadata-missing',
  title: 'No authorization server metadata',
  breaks:
    'The authorization server, on its own origin, serves neither of the two metadata documents.',
  expects: ['F28'],
  number: 64,
  requirement: 'AS-27',
  seenBy: 'probe',
  mutate: () => ({ serverMetadataAt: [] }),
});
