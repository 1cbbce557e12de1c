import type { RegistrationProfile } from '../../model/client.ts';

/**
 * VS Code: four redirects at once (DR-10). It also offers the device grant where the server's
 * metadata lists it or lists no grants; that part is left out here, so that a refusal is about what
 * an MCP sign-in needs.
 */
export const VSCODE_REGISTERS: RegistrationProfile = {
  body: {
    client_name: 'Visual Studio Code',
    client_uri: 'https://code.visualstudio.com',
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    redirect_uris: [
      'https://insiders.vscode.dev/redirect',
      'https://vscode.dev/redirect',
      'http://127.0.0.1/',
      'http://127.0.0.1:33418/',
    ],
    token_endpoint_auth_method: 'none',
    application_type: 'native',
  },
  redirectUri: 'http://127.0.0.1:33418/',
  clientIdDocument: 'https://vscode.dev/oauth/client-metadata.json',
  basis: 'documented',
  source: 'https://github.com/microsoft/vscode/blob/main/src/vs/base/common/oauth.ts',
};
