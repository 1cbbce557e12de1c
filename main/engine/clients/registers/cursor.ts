import type { RegistrationProfile } from '../../model/client.ts';

const CALLBACK = 'cursor://anysphere.cursor-mcp/oauth/callback';

/**
 * Cursor: three redirects at once and application_type web (DR-11), as servers' developers report
 * them. One report has Cursor 3.13.25 without application_type, which means web as well.
 */
export const CURSOR_REGISTERS: RegistrationProfile = {
  body: {
    client_name: 'Cursor',
    redirect_uris: [
      CALLBACK,
      'https://www.cursor.com/agents/mcp/oauth/callback',
      'http://localhost:8787/callback',
    ],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    token_endpoint_auth_method: 'none',
    application_type: 'web',
  },
  redirectUri: CALLBACK,
  clientIdDocument: null,
  basis: 'documented',
  source: 'https://github.com/better-auth/better-auth/issues/10946',
};
