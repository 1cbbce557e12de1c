import { definePatient } from '../patient.ts';

/** The slash as reported of Google’s MCP servers in 2026; the registration as of Cognito and others. */
export const patient = definePatient({
  name: 'incident-google',
  title: 'A slash, and nowhere to register',
  breaks:
    'The resource metadata names the server with a slash that its issuer does not have, and there is no way to register.',
  expects: ['F31', 'F40'],
  number: null,
  requirement: 'AS-08',
  seenBy: 'probe',
  mutate: ({ authOrigin }) => ({
    resourceMetadata: { authorization_servers: [`${authOrigin}/`] },
    serverMetadata: { registration_endpoint: null },
  }),
});
