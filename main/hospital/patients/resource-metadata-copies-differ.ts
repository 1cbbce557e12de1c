import { definePatient } from '../patient.ts';
import { json } from '../reply.ts';
import { challengeWith, SCOPE } from '../setup.ts';

export const patient = definePatient({
  name: 'resource-metadata-copies-differ',
  title: 'Two copies that differ',
  breaks:
    'The document that the 401 names and the one at the well-known address ask for different scopes.',
  expects: ['F16'],
  number: 45,
  requirement: 'PR-20',
  seenBy: 'probe',
  mutate: ({ mcpOrigin, resource, authOrigin }) => ({
    challenge: challengeWith(`Bearer resource_metadata="${mcpOrigin}/metadata", scope="${SCOPE}"`),
    resourceMetadata: { scopes_supported: [SCOPE, 'mcp:read'] },
    serverMetadata: { scopes_supported: [SCOPE, 'mcp:read', 'offline_access'] },
    mcpReplies: {
      '/metadata': json(200, {
        resource,
        authorization_servers: [authOrigin],
        scopes_supported: [SCOPE],
      }),
    },
  }),
});
