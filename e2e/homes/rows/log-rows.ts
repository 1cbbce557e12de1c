import { ACME, remoteEntry, servers, URL, type HomeRow } from '../home-row.ts';
import { at, codeLine, remoteLine, serverLine } from '../log-lines.ts';

const CODE = {
  client: 'claude-code',
  file: '/mcp-logs-acme/2026-11-20T09-00-00-000Z.jsonl',
} as const;
const SERVER = { client: 'claude-desktop-stdio', file: '/mcp-server-acme.log' } as const;
const REMOTE = { client: 'mcp-remote', file: '_debug.log' } as const;
const STARTED = [
  codeLine('debug', `Initializing HTTP transport to ${URL}`),
  codeLine('debug', 'Starting connection with timeout of 30000ms'),
];

const SIGN_IN =
  'https://auth.acme.example/authorize?client_id=cid-1&redirect_uri=claude%3A%2F%2Fclaude.ai%2Fmcp-auth-callback%2Fsdk';
const HEADER_REFUSED =
  'Server rejected the configured Authorization header (HTTP 401). Check that the token is valid for this MCP endpoint — OAuth fallback is disabled when headers.Authorization is set.';

/** A home with a Claude Code server and what its log ends with. */
function code(
  name: string,
  code: HomeRow['finds'][number]['code'],
  ...said: readonly string[]
): HomeRow {
  return {
    name,
    build: (home) => home.claudeCode(servers(ACME)).codeLog('acme', [...STARTED, ...said]),
    finds: [{ ...CODE, code, on: 'acme', line: STARTED.length + said.length }],
  };
}

/** A home with a server of Claude Desktop and what its log ends with. */
function desktop(
  name: string,
  code: HomeRow['finds'][number]['code'],
  line: number,
  ...said: readonly string[]
): HomeRow {
  return {
    name,
    build: (home) =>
      home
        .claudeDesktop(servers(remoteEntry(home.os)))
        .desktopLog('mcp-server-acme.log', [
          serverLine('acme', 'info', 'Initializing server...'),
          ...said,
        ]),
    finds: [{ ...SERVER, code, on: 'acme', line }],
  };
}

/** A home with mcp-remote and what its debug log ends with. */
function remote(
  name: string,
  code: HomeRow['finds'][number]['code'],
  ...said: readonly string[]
): HomeRow {
  return {
    name,
    build: (home) =>
      home
        .claudeDesktop(servers(remoteEntry(home.os)))
        .remoteFile(
          URL,
          'debug.log',
          [remoteLine(`Starting mcp-remote with server URL: ${URL}`), ...said, ''].join('\n'),
        ),
    finds: [{ ...REMOTE, code, on: 'acme', line: 1 + said.length }],
  };
}

/** Homes in which a log tells what is wrong. The lines are those of real clients. */
export const LOG_ROWS: readonly HomeRow[] = [
  code(
    'Claude Code meets a certificate that it does not know',
    'F11',
    codeLine(
      'debug',
      'HTTP Connection failed after 88ms: self signed certificate in certificate chain (code: SELF_SIGNED_CERT_IN_CHAIN, errno: none)',
    ),
  ),
  code(
    'Claude Code finds no way to register, without a client id',
    'F40',
    codeLine(
      'error',
      'Connection failed: Incompatible auth server: does not support dynamic client registration',
    ),
  ),
  {
    ...code(
      'Claude Code passes over its client id',
      'F41',
      codeLine(
        'error',
        'Connection failed: Incompatible auth server: does not support dynamic client registration',
      ),
    ),
    build: (home) =>
      home
        .claudeCode(servers({ ...ACME, oauth: { clientId: 'cid-1', callbackPort: 3118 } }))
        .codeLog('acme', [
          ...STARTED,
          codeLine(
            'error',
            'Connection failed: Incompatible auth server: does not support dynamic client registration',
          ),
        ]),
  },
  code(
    'a proxy lets Claude Code not through',
    'F12',
    codeLine('error', 'Connection failed: Proxy response (403) !== 200 when HTTP Tunneling'),
  ),
  code(
    'the sign-in leads to the Code tab',
    'F45',
    codeLine('debug', `Authorization URL: ${SIGN_IN}`),
  ),
  code(
    'the browser finds nobody at the callback',
    'F70',
    codeLine('error', 'net::ERR_CONNECTION_REFUSED at http://localhost:3118/callback'),
  ),
  code(
    'the callback listens on one of two addresses',
    'F71',
    codeLine('error', 'connect ECONNREFUSED ::1:3118 while forwarding /callback'),
  ),
  {
    ...code('a fixed Authorization header is refused', 'F86', codeLine('error', HEADER_REFUSED)),
    build: (home) =>
      home
        .claudeCode(servers({ ...ACME, headers: { Authorization: 'Bearer made-up' } }))
        .codeLog('acme', [...STARTED, codeLine('error', HEADER_REFUSED)]),
  },
  code(
    'the server forgot the client',
    'F50',
    codeLine('error', 'Connection failed: invalid_client: Unknown client'),
  ),
  code('the refresh is refused', 'F91', codeLine('error', 'Token refresh failed: invalid_grant')),
  code(
    'the server does not answer in time',
    'F133',
    codeLine('error', 'Connection failed: MCP server "acme" connection timed out after 30000ms'),
  ),
  remote(
    'the callback port of mcp-remote is taken',
    'F72',
    remoteLine('Callback port 16476 is already in use. The port is mandatory'),
  ),
  remote(
    'two processes of mcp-remote sign in',
    'F129',
    remoteLine('Another instance is handling authentication on port 16476 (pid: 4712)'),
  ),
  remote(
    'mcp-remote opened no browser',
    'F73',
    remoteLine('Could not open browser automatically.'),
  ),
  remote(
    'mcp-remote reads a page as an answer',
    'F131',
    remoteLine('Authorization error: Token exchange failed: HTTP 400'),
  ),
  desktop('npx is not found', 'F124', 2, serverLine('acme', 'error', 'spawn npx ENOENT', 1)),
  desktop('an old Node comes first', 'F125', 2, 'ReferenceError: File is not defined'),
  desktop(
    'the server writes on its standard output',
    'F128',
    2,
    serverLine('acme', 'error', 'Unexpected token \'S\', "Starting up" is not valid JSON', 1),
  ),
  {
    name: 'Claude Desktop wrote its file over an edit',
    build: (home) =>
      home
        .claudeDesktop({ preferences: {} })
        .desktopLog('mcp-server-acme.log', [
          serverLine('acme', 'info', 'Server started and connected successfully'),
        ])
        .desktopLog('main.log', [`${at(5)} [info] Config file written`]),
    finds: [{ client: 'claude-desktop-stdio', file: '/main.log', code: 'F123', on: null, line: 1 }],
  },
  {
    name: 'a log of many gigabytes',
    build: (home) => home.claudeCode(servers(ACME)).codeLog('acme', STARTED).padded(5_000_000_000),
    finds: [{ ...CODE, file: '/mcp-logs-acme', code: 'F134', on: null, line: null }],
  },
];
