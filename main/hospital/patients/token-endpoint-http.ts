import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'token-endpoint-http',
  title: 'A token endpoint without TLS',
  breaks: 'The metadata names the token endpoint with http, though the server is reached over TLS.',
  expects: ['F18'],
  number: 66,
  requirement: 'AS-10',
  seenBy: 'probe',
  setting: { tls: true, host: 'mcp.acme.example' },
  mutate: ({ authOrigin }) => ({
    serverMetadata: { token_endpoint: `${authOrigin.replace('https:', 'http:')}/token` },
  }),
});
