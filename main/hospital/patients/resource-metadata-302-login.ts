import { definePatient } from '../patient.ts';
import { html, redirect } from '../reply.ts';

export const patient = definePatient({
  name: 'resource-metadata-302-login',
  title: 'Resource metadata behind a login',
  breaks: 'Every address but the MCP path is sent to a login page, the metadata too.',
  expects: ['F25'],
  number: null,
  requirement: 'PR-06',
  seenBy: 'probe',
  mutate: (names) => ({
    resourceMetadataAt: [],
    mcpElsewhere: redirect(`${names.mcpOrigin}/login`),
    mcpReplies: { '/login': html(200, 'Sign in') },
  }),
});
