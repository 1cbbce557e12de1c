import { definePatient } from '../patient.ts';
import { SERVER_METADATA_PATH } from '../names.ts';
import { redirect } from '../reply.ts';

export const patient = definePatient({
  name: 'server-metadata-redirected',
  title: 'The metadata is elsewhere',
  breaks: 'The metadata address redirects to another host, and clients do not follow there.',
  expects: ['F18'],
  number: 63,
  requirement: 'AS-23',
  seenBy: 'probe',
  setting: { aliases: true },
  mutate: ({ authAlias }) => ({
    serverMetadataAt: ['/metadata.json'],
    authReplies: { [SERVER_METADATA_PATH]: redirect(`${authAlias}/metadata.json`) },
  }),
});
