import { definePatient } from '../patient.ts';
import { RESOURCE_METADATA_PATH } from '../names.ts';
import { json } from '../reply.ts';

const CRASH = json(500, { error: 'internal_server_error' });

export const patient = definePatient({
  name: 'resource-metadata-500',
  title: 'The metadata crashes',
  breaks: 'Both addresses of the resource metadata answer 500.',
  expects: ['F24'],
  number: 33,
  requirement: 'PR-04',
  seenBy: 'probe',
  mutate: () => ({
    resourceMetadataAt: [],
    mcpReplies: { [RESOURCE_METADATA_PATH]: CRASH, '/.well-known/oauth-protected-resource': CRASH },
  }),
});
