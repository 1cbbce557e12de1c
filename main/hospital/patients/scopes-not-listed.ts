import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'scopes-not-listed',
  title: 'Scopes that the server does not list',
  breaks: 'The MCP server asks for a scope that the authorization server does not list.',
  expects: ['F19'],
  number: 69,
  requirement: 'AS-22',
  seenBy: 'probe',
  mutate: () => ({ serverMetadata: { scopes_supported: ['openid', 'offline_access'] } }),
});
