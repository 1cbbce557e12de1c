import { ACME, remoteEntry, servers, URL, type HomeRow } from '../home-row.ts';

const SIGN_INS = { client: 'claude-code', file: '.claude/.credentials.json', line: null } as const;
const KEPT = { serverName: 'acme', serverUrl: URL, clientId: 'cid-1', scope: 'a b' };

const TOOLS = 'https://tools.acme.example/mcp';
/** Of a person; it is never used. */
const ACCOUNT = {
  accessToken: 'made-up',
  refreshToken: 'made-up',
  expiresAt: Date.now() + 3_600_000,
  scopes: ['user:inference'],
};

/** Homes in which a client keeps something that stops it. */
export const STORE_ROWS: readonly HomeRow[] = [
  {
    name: 'a sign-in that never expires and cannot be renewed',
    systems: ['win32', 'linux'],
    build: (home) =>
      home.claudeCode(servers(ACME)).codeSignIns({
        mcpOAuth: { 'acme|ae0250b28fa519f7': { ...KEPT, accessToken: 'made-up', expiresAt: 0 } },
      }),
    finds: [{ ...SIGN_INS, code: 'F93', on: 'acme' }],
  },
  {
    name: 'a server that is passed over because it asked for a sign-in',
    build: (home) =>
      home.claudeCode(servers(ACME)).needsAuth({ acme: { timestamp: Date.now() - 60_000 } }),
    finds: [
      {
        client: 'claude-code',
        file: '.claude/mcp-needs-auth-cache.json',
        line: null,
        code: 'F94',
        on: 'acme',
      },
    ],
  },
  {
    name: 'every sign-in is gone after another account',
    build: (home) =>
      home
        .claudeCode({ mcpServers: { acme: ACME, tools: { ...ACME, url: TOOLS } } })
        .codeSignIns({ claudeAiOauth: ACCOUNT, mcpOAuth: {} })
        .needsAuth({ acme: { timestamp: 1 }, tools: { timestamp: 1 } }),
    systems: ['win32', 'linux'],
    finds: [{ ...SIGN_INS, code: 'F96', on: null }],
  },
  {
    name: 'the sign-in to Claude is over',
    build: (home) =>
      home
        .claudeCode(servers(ACME))
        .codeSignIns({ claudeAiOauth: { accessToken: 'made-up', expiresAt: 1 } }),
    systems: ['win32', 'linux'],
    finds: [{ ...SIGN_INS, code: 'F97', on: null }],
  },
  {
    name: 'a sign-in in a file on a Mac, which has a keychain',
    systems: ['darwin'],
    build: (home) => home.claudeCode(servers(ACME)).codeSignIns({ claudeAiOauth: ACCOUNT }),
    finds: [{ ...SIGN_INS, code: 'F95', on: null }],
  },
  {
    name: 'connectors are switched off',
    build: (home) =>
      home.claudeCode(servers(ACME)).codeSettings({ disableClaudeAiConnectors: true }),
    finds: [
      {
        client: 'claude-code',
        file: '.claude/settings.json',
        line: null,
        code: 'F98',
        on: null,
      },
    ],
  },
  {
    name: 'mcp-remote is registered for another port',
    build: (home) =>
      home
        .claudeDesktop(servers(remoteEntry(home.os, '9553')))
        .remoteFile(URL, 'client_info.json', {
          client_id: 'cid-1',
          redirect_uris: ['http://localhost:16476/oauth/callback'],
        }),
    finds: [
      { client: 'mcp-remote', file: '_client_info.json', line: null, code: 'F130', on: 'acme' },
    ],
  },
];
