import { definePatient } from '../patient.ts';
import { SCOPE } from '../setup.ts';

export const patient = definePatient({
  name: 'scope-one-by-one',
  title: 'Scopes asked for one by one',
  breaks: 'Tools need three scopes, and each 403 names only the next one that is missing.',
  expects: ['F87'],
  number: 21,
  requirement: 'RS-27',
  seenBy: 'sign-in',
  ends: { page: 'callback', outcome: 'failed' },
  mutate: () => ({
    mcp: { toolScopes: { needed: ['mcp:read', 'mcp:write', 'mcp:send'], named: 'next' } },
    serverMetadata: {
      scopes_supported: [SCOPE, 'mcp:read', 'mcp:write', 'mcp:send', 'offline_access'],
    },
  }),
});
