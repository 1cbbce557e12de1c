import { definePatient } from '../patient.ts';
import { html } from '../reply.ts';

/** As reported of Microsoft Entra: anthropics/claude-ai-mcp#514 and #786. */
export const patient = definePatient({
  name: 'incident-entra',
  title: 'A company directory without PKCE and resource',
  breaks:
    'The server lists no PKCE methods, and a sign-in that names the resource ends on an error page.',
  expects: ['F33', 'F66'],
  number: null,
  requirement: 'AS-13',
  seenBy: 'registration',
  mutate: () => ({
    serverMetadata: { code_challenge_methods_supported: null },
    auth: {
      parameterReplies: {
        resource: html(400, 'AADSTS9010010: the resource does not fit the scopes'),
      },
    },
  }),
});
