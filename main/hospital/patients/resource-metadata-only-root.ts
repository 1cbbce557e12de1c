import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'resource-metadata-only-root',
  title: 'Resource metadata only at the root',
  breaks:
    'The metadata lies only at the root, while the 401 names the address for the path, which is 404.',
  expects: ['F24'],
  number: 31,
  requirement: 'PR-03',
  seenBy: 'probe',
  mutate: () => ({ resourceMetadataAt: ['/.well-known/oauth-protected-resource'] }),
});
