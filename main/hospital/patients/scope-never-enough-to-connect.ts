import { definePatient } from '../patient.ts';
import { SCOPE } from '../setup.ts';

export const patient = definePatient({
  name: 'scope-never-enough-to-connect',
  title: 'Never enough scope to connect',
  breaks: 'Every request with a token is answered insufficient_scope, whatever the token may do.',
  expects: ['F87'],
  number: null,
  requirement: 'RS-27',
  seenBy: 'sign-in',
  ends: { page: 'callback', outcome: 'loop' },
  mutate: () => ({
    mcp: {
      toolScopes: { needed: ['mcp:write'], named: 'all', neverEnough: true, everywhere: true },
    },
    serverMetadata: { scopes_supported: [SCOPE, 'mcp:write', 'offline_access'] },
  }),
});
