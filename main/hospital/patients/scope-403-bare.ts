import { definePatient } from '../patient.ts';
import { SCOPE } from '../setup.ts';

export const patient = definePatient({
  name: 'scope-403-bare',
  title: '403 without a word',
  breaks: 'A token with too little scope is answered 403 that does not say what is missing.',
  expects: ['F87'],
  number: 19,
  requirement: 'RS-24',
  seenBy: 'sign-in',
  ends: { page: 'callback', outcome: 'failed' },
  mutate: () => ({
    mcp: { toolScopes: { needed: ['mcp:write'], named: 'none' } },
    serverMetadata: { scopes_supported: [SCOPE, 'mcp:write', 'offline_access'] },
  }),
});
