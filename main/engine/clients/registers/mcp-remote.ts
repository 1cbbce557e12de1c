import type { RegistrationProfile } from '../../model/client.ts';

const CALLBACK = 'http://localhost:12543/oauth/callback';

/** mcp-remote 0.15.1, member by member as it was on the wire; it derives the port from the URL. */
export const MCP_REMOTE_REGISTERS: RegistrationProfile = {
  body: {
    redirect_uris: [CALLBACK],
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    client_name: 'MCP CLI Client',
    client_uri: 'https://github.com/modelcontextprotocol/mcp-cli',
    software_id: '2e6dc280-f3c3-4e01-99a7-8181dbd1d23d',
    software_version: '0.15.1',
    application_type: 'native',
  },
  redirectUri: CALLBACK,
  clientIdDocument: null,
  basis: 'observed',
  source: 'mcp-remote 0.15.1, its registration recorded on 2026-11-23',
};
