import { definePatient } from '../patient.ts';
import { SCOPE } from '../setup.ts';

export const patient = definePatient({
  name: 'scope-never-enough',
  title: 'Never enough scope',
  breaks: 'Every tool is answered insufficient_scope, whatever the token may do.',
  expects: ['F87'],
  number: 20,
  requirement: 'RS-27',
  seenBy: 'sign-in',
  ends: { page: 'callback', outcome: 'loop' },
  mutate: () => ({
    mcp: { toolScopes: { needed: ['mcp:write'], named: 'all', neverEnough: true } },
    serverMetadata: { scopes_supported: [SCOPE, 'mcp:write', 'offline_access'] },
  }),
});
