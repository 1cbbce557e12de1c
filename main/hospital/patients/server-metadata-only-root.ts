import { definePatient } from '../patient.ts';
import { SERVER_METADATA_PATH } from '../names.ts';

export const patient = definePatient({
  name: 'server-metadata-only-root',
  title: 'Only at the root',
  breaks:
    'For an issuer with a path the document lies at the root, where clients do not look for it.',
  expects: ['F28'],
  number: 52,
  requirement: 'AS-02',
  seenBy: 'probe',
  mutate: ({ authOrigin }) => ({
    issuer: `${authOrigin}/tenant`,
    serverMetadataAt: [SERVER_METADATA_PATH],
  }),
});
