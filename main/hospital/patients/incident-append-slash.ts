import { definePatient } from '../patient.ts';
import { MCP_PATH } from '../names.ts';
import { redirect } from '../reply.ts';

/** As in anthropics/claude-ai-mcp#136 (APPEND_SLASH) and worldmonitor#2426. */
export const patient = definePatient({
  name: 'incident-append-slash',
  title: 'A framework that appends slashes',
  breaks:
    'Every address without a slash at its end is redirected with 301, so POST becomes GET at the MCP URL, at registration and at the token endpoint.',
  expects: ['F09'],
  number: null,
  requirement: 'RS-36',
  seenBy: 'probe',
  mutate: ({ mcpOrigin, authOrigin }) => ({
    mcpAt: ['/mcp/'],
    mcpReplies: { [MCP_PATH]: redirect(`${mcpOrigin}/mcp/`, 301) },
    endpoints: { authorize: '/authorize/', token: '/token/', register: '/register/' },
    serverMetadata: {
      authorization_endpoint: `${authOrigin}/authorize`,
      token_endpoint: `${authOrigin}/token`,
      registration_endpoint: `${authOrigin}/register`,
    },
    authReplies: {
      '/authorize': redirect(`${authOrigin}/authorize/`, 301),
      '/token': redirect(`${authOrigin}/token/`, 301),
      '/register': redirect(`${authOrigin}/register/`, 301),
    },
  }),
});
