import type { Home } from './home.ts';
import { remoteEntry, URL as ACME_URL } from './home-row.ts';
import { codeLine, mcpLine, remoteLine, serverLine } from './log-lines.ts';

const HOSTS = {
  billing: 'https://billing.acme.example/mcp',
  search: 'https://search.acme.example/mcp',
  docs: 'https://docs.acme.example/mcp',
  tickets: 'https://tickets.acme.example/mcp',
  metrics: 'https://metrics.acme.example/mcp',
} as const;

const http = (url: string, more: object = {}) => ({ type: 'http', url, ...more });
const ROUND_MINUTES = 4;
/** Sign-ins in a row: each gives a token, and the server asks for a sign-in again. */
const ROUNDS = 4;

function round(url: string, number: number): readonly string[] {
  const minute = number * ROUND_MINUTES;
  return [
    codeLine('debug', `Initializing HTTP transport to ${url}`, minute),
    codeLine('debug', 'Starting connection with timeout of 30000ms', minute),
    codeLine('debug', 'Starting SDK auth', minute),
    codeLine('debug', 'Redirecting to authorization URL', minute + 1),
    codeLine('debug', 'Saving tokens', minute + 2),
    codeLine('debug', 'Starting connection with timeout of 30000ms', minute + 2),
    codeLine('error', 'Authentication required for HTTP server', minute + 3),
  ];
}

/** How a sign-in starts again and again. */
function loginLoop(url: string): readonly string[] {
  return Array.from({ length: ROUNDS }, (_, number) => round(url, number)).flat();
}

/**
 * The home of a developer after an evening of trying: six servers in Claude Code and Claude Desktop. A
 * login loop stands in a log, one server is passed over since it asked for a sign-in, mcp-remote left a
 * dead lock, Claude Desktop has a server by its address, and a variable is not set.
 * @param billing address of the server with the login loop
 */
export function developerHome(home: Home, billing: string = HOSTS.billing): Home {
  return home
    .claudeCode({
      lastReleaseNotesSeen: '2.1.330',
      mcpServers: {
        billing: http(billing),
        search: http(HOSTS.search),
        tickets: http(HOSTS.tickets, { headers: { Authorization: 'Bearer ${TICKETS_TOKEN}' } }),
        metrics: http(HOSTS.metrics),
      },
    })
    .needsAuth({
      search: { timestamp: Date.now() - 240_000 },
      billing: { timestamp: Date.now() - 7_200_000 },
    })
    .codeLog('billing', loginLoop(billing))
    .codeLog('metrics', [
      codeLine('debug', `Initializing HTTP transport to ${HOSTS.metrics}`),
      codeLine('debug', 'Starting connection with timeout of 30000ms'),
      codeLine('debug', 'Successfully connected (transport: http) in 43ms'),
    ])
    .claudeDesktop({
      mcpServers: {
        acme: remoteEntry(home.os),
        docs: { url: HOSTS.docs },
        metrics: { ...remoteEntry(home.os), args: ['-y', 'mcp-remote@0.15.1', HOSTS.metrics] },
      },
    })
    .desktopLog('mcp.log', [mcpLine('acme', 'info', 'Initializing server...')])
    .desktopLog('mcp-server-acme.log', [
      serverLine('acme', 'info', 'Initializing server...'),
      serverLine('acme', 'info', 'Server started and connected successfully', 1),
    ])
    .remoteFile(ACME_URL, 'lock.json', {
      pid: 4_194_303,
      port: 16_476,
      timestamp: Date.now() - 2 * 86_400_000,
    })
    .remoteFile(
      ACME_URL,
      'debug.log',
      `${remoteLine(`Starting mcp-remote with server URL: ${ACME_URL}`)}\n`,
    );
}

/** Ten servers that nothing is wrong with. */
export function tenServersHome(home: Home): Home {
  const names = Array.from({ length: 10 }, (_, at) => `service-${at + 1}`);
  const entries = names.map((name) => [name, http(`https://${name}.acme.example/mcp`)] as const);
  return home.claudeCode({ mcpServers: Object.fromEntries(entries) });
}
