import { home, type Home } from '../homes/home.ts';
import { at, codeLine, serverLine } from '../homes/log-lines.ts';

const MB = 1_000_000;
const NAMES = [
  'acme',
  'files',
  'mail',
  'calendar',
  'tickets',
  'search',
  'wiki',
  'shop',
  'bank',
  'maps',
];
/** Bytes of the two logs of each server; fifty million in all. */
const [CODE_BYTES, DESKTOP_BYTES] = [3 * MB, 2 * MB];

/** A home with ten servers, each in both clients, whose logs are mostly of calls that went well. */
export function busyHome(): Home {
  const http = Object.fromEntries(NAMES.map((name) => [name, { type: 'http', url: urlOf(name) }]));
  const remote = Object.fromEntries(
    NAMES.map((name) => [
      name,
      { command: '/usr/local/bin/npx', args: ['-y', 'mcp-remote@0.15.1', urlOf(name)] },
    ]),
  );
  const empty = home('linux')
    .claudeCode({ mcpServers: http })
    .claudeDesktop({ mcpServers: remote });
  return NAMES.reduce(
    (built, name) =>
      built
        .codeLog(name, filled(CODE_BYTES, codeLines(name)))
        .desktopLog(`mcp-server-${name}.log`, filled(DESKTOP_BYTES, desktopLines(name))),
    empty,
  );
}

function urlOf(name: string): string {
  return `https://${name}.acme.example/mcp`;
}

/** A session in forty that needs a sign-in; the others connect and call. */
function codeLines(name: string): readonly string[] {
  const calls = Array.from({ length: 38 }, (_, index) =>
    codeLine('debug', `Calling MCP tool: find_${index} with {"query":"${'x'.repeat(120)}"}`, index),
  );
  return [
    codeLine('debug', `Initializing HTTP transport to ${urlOf(name)}`),
    codeLine('debug', 'Successfully connected (transport: http) in 43ms'),
    ...calls,
  ];
}

function desktopLines(name: string): readonly string[] {
  const message = JSON.stringify({ method: 'tools/call', params: { q: 'x'.repeat(200) } });
  const calls = Array.from({ length: 38 }, (_, index) =>
    serverLine(name, 'info', `Message from client: ${message}`, index),
  );
  return [
    serverLine(name, 'info', 'Initializing server...'),
    `${at(0)} a line of its standard error`,
    ...calls,
  ];
}

/** The lines again and again, up to the size. */
function filled(bytes: number, lines: readonly string[]): readonly string[] {
  const size = lines.reduce((all, one) => all + one.length + 1, 0);
  return Array.from({ length: Math.ceil(bytes / size) }, () => lines).flat();
}
