import { definePatient } from '../patient.ts';
import { RESOURCE_METADATA_PATH } from '../names.ts';
import { redirect } from '../reply.ts';

export const patient = definePatient({
  name: 'hostile-redirect-cycle',
  title: 'Redirects in a circle',
  breaks: 'The resource metadata is redirected from one address to the next and back again.',
  expects: ['F25'],
  number: null,
  requirement: 'PR-06',
  seenBy: 'probe',
  mutate: ({ mcpOrigin }) => ({
    resourceMetadataAt: [],
    mcpReplies: {
      [RESOURCE_METADATA_PATH]: redirect(`${mcpOrigin}/one`),
      '/.well-known/oauth-protected-resource': redirect(`${mcpOrigin}/one`),
      '/one': redirect(`${mcpOrigin}/two`),
      '/two': redirect(`${mcpOrigin}/one`),
    },
  }),
});
