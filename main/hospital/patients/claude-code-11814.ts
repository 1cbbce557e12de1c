import { definePatient } from '../patient.ts';
import { SERVER_METADATA_PATH } from '../names.ts';
import { challengeWith } from '../setup.ts';

export const patient = definePatient({
  name: 'claude-code-11814',
  title: 'The report anthropics/claude-code#11814',
  breaks:
    'The 401 names the authorization server metadata, there is no resource metadata, the MCP path is a GET-only event stream, and the port is not 443.',
  expects: ['F23', 'F04'],
  number: null,
  requirement: 'PR-07',
  seenBy: 'probe',
  setting: { tls: true, host: 'mcp.acme.example', publicPort: 8383, oneOrigin: true },
  mutate: ({ authOrigin }) => ({
    transport: 'event-stream',
    challenge: challengeWith(
      `Bearer realm="mcp", resource_metadata="${authOrigin}${SERVER_METADATA_PATH}"`,
    ),
    resourceMetadataAt: [],
  }),
});
