import { ACME, remoteEntry, servers, URL, type HomeRow } from '../home-row.ts';

const STATE = { client: 'claude-code', file: '.claude.json' } as const;
const SHARED = { client: 'claude-code', file: 'project/.mcp.json' } as const;
const SETTINGS = { client: 'claude-code', file: '.claude/settings.json' } as const;
const DESKTOP = {
  client: 'claude-desktop-stdio',
  file: 'Claude/claude_desktop_config.json',
} as const;

/** Homes whose configuration is wrong. Lines are those of JSON with two spaces. */
export const CONFIG_ROWS: readonly HomeRow[] = [
  {
    name: 'a comma too many in Claude Desktop’s file',
    build: (home) =>
      home.claudeDesktop(
        '{\n  "mcpServers": {\n    "acme": {"command": "/usr/bin/acme"},\n  }\n}\n',
      ),
    finds: [{ ...DESKTOP, code: 'F110', on: 'acme', line: 3 }],
  },
  {
    name: 'a comment in .mcp.json',
    build: (home) => home.project('.mcp.json', '{\n  // ours\n  "mcpServers": {}\n}\n'),
    finds: [{ ...SHARED, code: 'F110', on: null, line: 2 }],
  },
  {
    name: 'an address in Claude Desktop’s file',
    build: (home) => home.claudeDesktop(servers({ url: URL })),
    finds: [{ ...DESKTOP, code: 'F111', on: 'acme', line: 3 }],
  },
  {
    name: 'an address without a type',
    build: (home) => home.claudeCode(servers({ url: URL })),
    finds: [{ ...STATE, code: 'F112', on: 'acme', line: 3 }],
  },
  {
    name: 'a type that is none',
    build: (home) => home.claudeCode(servers({ type: 'htpp', url: URL })),
    finds: [{ ...STATE, code: 'F113', on: 'acme', line: 3 }],
  },
  {
    name: 'servers in settings.json',
    build: (home) => home.claudeCode({}).codeSettings(servers(ACME)),
    finds: [{ ...SETTINGS, code: 'F115', on: null, line: 2 }],
  },
  {
    name: 'VS Code’s key in .mcp.json',
    build: (home) => home.project('.mcp.json', { servers: { acme: ACME } }),
    finds: [{ ...SHARED, code: 'F115', on: null, line: 2 }],
  },
  {
    name: 'a project server that nobody approved',
    build: (home) => home.claudeCode({}).project('.mcp.json', servers(ACME)),
    finds: [{ ...SHARED, code: 'F116', on: 'acme', line: 3 }],
  },
  {
    name: 'a project server that was rejected',
    build: (home) =>
      home
        .claudeCode({})
        .project('.mcp.json', servers(ACME))
        .project('.claude/settings.local.json', { disabledMcpjsonServers: ['acme'] }),
    finds: [
      {
        client: 'claude-code',
        file: 'project/.claude/settings.local.json',
        code: 'F116',
        on: 'acme',
        line: 3,
      },
    ],
  },
  {
    name: 'one name for two servers',
    build: (home) =>
      home.claudeCode({
        ...servers(ACME),
        projects: {
          '/home/sam/shop': servers({ type: 'http', url: 'https://old.acme.example/mcp' }),
        },
      }),
    finds: [{ ...STATE, code: 'F117', on: null, line: 3 }],
  },
  {
    name: 'a variable that Claude Desktop does not fill in',
    build: (home) =>
      home.claudeDesktop(servers({ command: '/usr/bin/acme', env: { TEAM: '${ACME_TEAM}' } })),
    finds: [{ ...DESKTOP, code: 'F118', on: 'acme', line: 6 }],
  },
  {
    name: 'white space at the end of the address',
    build: (home) => home.claudeCode(servers({ type: 'http', url: `${URL} ` })),
    finds: [{ ...STATE, code: 'F119', on: 'acme', line: 5 }],
  },
  {
    name: 'a zero width space in a header',
    build: (home) => home.claudeCode(servers({ ...ACME, headers: { 'X-Team': 'bl\u{200B}ue' } })),
    finds: [{ ...STATE, code: 'F119', on: 'acme', line: 7 }],
  },
  {
    name: 'a reserved name',
    build: (home) => home.claudeCode(servers(ACME, 'workspace')),
    finds: [{ ...STATE, code: 'F120', on: 'workspace', line: 3 }],
  },
  {
    name: 'a rule that forbids the server',
    build: (home) =>
      home.claudeCode(servers(ACME)).codeSettings({ deniedMcpServers: [{ serverName: 'acme' }] }),
    finds: [{ ...SETTINGS, code: 'F121', on: 'acme', line: 3 }],
  },
  {
    name: 'servers in the file that the Windows package does not read',
    systems: ['win32'],
    build: (home) =>
      home.claudeDesktop(servers(remoteEntry('win32'))).claudePackage({ preferences: {} }),
    finds: [{ ...DESKTOP, code: 'F122', on: 'acme', line: 3 }],
  },
  {
    name: 'a header with a space among the arguments',
    systems: ['win32'],
    build: (home) => home.claudeDesktop(servers(remoteEntry('win32', '--header', 'X-Team: blue'))),
    finds: [{ ...DESKTOP, code: 'F126', on: 'acme', line: 12 }],
  },
  {
    name: 'npx without cmd on Windows',
    systems: ['win32'],
    build: (home) => home.claudeCode(servers({ command: 'npx', args: ['-y', '@acme/mcp@1.0.0'] })),
    finds: [{ ...STATE, code: 'F127', on: 'acme', line: 3 }],
  },
  {
    name: 'one address under two names',
    build: (home) => home.claudeCode({ mcpServers: { acme: ACME, tools: ACME } }),
    finds: [{ ...STATE, code: 'F99', on: 'acme', line: 7 }],
  },
  {
    name: 'a Claude Code that is older than the entry',
    build: (home) =>
      home.claudeCode({
        ...servers({ ...ACME, oauth: { clientId: 'cid-1' } }),
        lastReleaseNotesSeen: '2.1.20',
      }),
    finds: [{ ...STATE, code: 'F132', on: 'acme', line: 3 }],
  },
];
