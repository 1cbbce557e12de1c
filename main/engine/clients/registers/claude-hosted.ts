import type { RegistrationProfile } from '../../model/client.ts';

const CALLBACK = 'https://claude.ai/api/mcp/auth_callback';

/**
 * Hosted Claude. Its documentation says that it registers as a public client and where it is called
 * back; client_secret_post has been seen as well (claude-ai-mcp#82), and it honours the method that
 * comes back. Its registration was seen without a scope (claude-code#8001).
 */
export const CLAUDE_HOSTED_REGISTERS: RegistrationProfile = {
  body: {
    client_name: 'Claude',
    redirect_uris: [CALLBACK],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    token_endpoint_auth_method: 'none',
  },
  redirectUri: CALLBACK,
  clientIdDocument: 'https://claude.ai/oauth/mcp-oauth-client-metadata',
  basis: 'documented',
  source: 'https://claude.com/docs/connectors/building/authentication',
};
