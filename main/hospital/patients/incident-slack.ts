import { definePatient } from '../patient.ts';

/** As seen at mcp.slack.com in February 2026, and reported of Atlassian. */
export const patient = definePatient({
  name: 'incident-slack',
  title: 'One host, the issuer of another',
  breaks:
    'The MCP host serves the metadata of its company’s sign-in, whose issuer is another host.',
  expects: ['F31'],
  number: null,
  requirement: 'AS-07',
  seenBy: 'probe',
  setting: { oneOrigin: true },
  mutate: () => ({ serverMetadata: { issuer: 'https://acme.example' } }),
});
