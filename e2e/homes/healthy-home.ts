import type { Home } from './home.ts';
import { ACME, remoteEntry, servers, URL } from './home-row.ts';
import { codeLine, mcpLine, remoteLine, serverLine } from './log-lines.ts';

const CONNECTED = [
  codeLine('debug', `Initializing HTTP transport to ${URL}`),
  codeLine('debug', 'Starting connection with timeout of 30000ms'),
  codeLine('debug', 'Returning tokens'),
  codeLine('debug', 'Successfully connected (transport: http) in 43ms'),
  codeLine('debug', 'HTTP connection closed after 0s (cleanly)', 1),
];
const IN_A_YEAR = Date.now() + 365 * 86_400_000;

/** A home in which every client works: nothing may be found in it. */
export function healthy(home: Home): Home {
  const everywhere = home
    .claudeDesktop(servers(remoteEntry(home.os)))
    .desktopLog('mcp.log', [mcpLine('acme', 'info', 'Initializing server...')])
    .desktopLog('mcp-server-acme.log', [
      serverLine('acme', 'info', 'Initializing server...'),
      serverLine('acme', 'info', 'Server started and connected successfully'),
      '[4711] Proxy established successfully between local STDIO and remote StreamableHTTPClientTransport',
      serverLine('acme', 'info', 'Client transport closed', 30),
      serverLine('acme', 'info', 'Server transport closed (intentional shutdown)', 30),
    ])
    .claudeCode({ ...servers(ACME), lastReleaseNotesSeen: '2.1.330' })
    .codeSettings({ model: 'opus', env: { BASH_DEFAULT_TIMEOUT_MS: '60000' } })
    .needsAuth({})
    .codeLog('acme', CONNECTED)
    .remoteFile(URL, 'client_info.json', CLIENT)
    .remoteFile(URL, 'tokens.json', {
      access_token: 'made-up-1',
      refresh_token: 'made-up-2',
      token_type: 'Bearer',
      expires_in: 31_536_000,
    })
    .remoteFile(URL, 'debug.log', `${remoteLine(`Starting mcp-remote with server URL: ${URL}`)}\n`);
  // A Mac keeps them in its keychain.
  if (home.os === 'darwin') return everywhere;
  return everywhere.codeSignIns({ mcpOAuth: { 'acme|ae0250b28fa519f7': SIGNED_IN } });
}

const SIGNED_IN = {
  serverName: 'acme',
  serverUrl: URL,
  accessToken: 'made-up-1',
  refreshToken: 'made-up-2',
  expiresAt: IN_A_YEAR,
  clientId: 'cid-1',
  issuer: 'https://auth.acme.example',
  redirectUri: 'http://localhost:59846/callback',
  scope: 'a b',
};
const CLIENT = {
  client_id: 'cid-1',
  redirect_uris: ['http://localhost:16476/oauth/callback'],
  client_name: 'MCP CLI Proxy',
};
