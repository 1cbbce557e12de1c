import type { RegistrationProfile } from '../../model/client.ts';

/** Claude Code writes the name of the server entry in brackets; ours says who registered. */
const COMMON = {
  client_name: 'Claude Code (unblank)',
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  token_endpoint_auth_method: 'none',
};
const CLIENT_ID_DOCUMENT = 'https://claude.ai/oauth/claude-code-client-metadata';

/** Claude Code 2.1.330, member by member as it was on the wire; the port is one it took. */
export const CLAUDE_CODE_REGISTERS: RegistrationProfile = {
  body: {
    ...COMMON,
    redirect_uris: ['http://localhost:59846/callback'],
    application_type: 'native',
  },
  redirectUri: 'http://localhost:59846/callback',
  clientIdDocument: CLIENT_ID_DOCUMENT,
  basis: 'observed',
  source: 'Claude Code 2.1.330, its registration recorded on 2026-11-23',
};

/** Claude Code 2.1.197: the same without application_type. */
export const CLAUDE_CODE_2_1_197_REGISTERS: RegistrationProfile = {
  body: { ...COMMON, redirect_uris: ['http://localhost:3118/callback'] },
  redirectUri: 'http://localhost:3118/callback',
  clientIdDocument: CLIENT_ID_DOCUMENT,
  basis: 'observed',
  source: 'Claude Code 2.1.197, its registration recorded on 2026-11-23',
};
