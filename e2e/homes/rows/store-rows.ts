import { ACME, remoteEntry, servers, URL, type HomeRow } from '../home-row.ts';

const SIGN_INS = { client: 'claude-code', file: '.claude/.credentials.json', line: null } as const;
const KEPT = { serverName: 'acme', serverUrl: URL, clientId: 'cid-1', scope: 'a b' };

/** Homes in which a client keeps something that stops it. */
export const STORE_ROWS: readonly HomeRow[] = [
  {
    name: 'a sign-in whose token is empty',
    build: (home) =>
      home.claudeCode(servers(ACME)).codeSignIns({
        mcpOAuth: {
          'acme|ae0250b28fa519f7': {
            ...KEPT,
            accessToken: '',
            refreshToken: 'made-up',
            expiresAt: 1,
          },
        },
      }),
    finds: [{ ...SIGN_INS, code: 'F93', on: 'acme' }],
  },
  {
    name: 'a sign-in that never expires and cannot be renewed',
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
        .claudeCode(servers(ACME))
        .codeSignIns({ claudeAiOauth: { accessToken: 'made-up', expiresAt: 1 }, mcpOAuth: {} }),
    finds: [{ ...SIGN_INS, code: 'F96', on: null }],
  },
  {
    name: 'connectors are switched off',
    build: (home) =>
      home.claudeCode(servers(ACME)).codeSettings({ disableClaudeAiConnectors: true }),
    finds: [
      {
        client: 'claude-code',
        file: '.claude/settings.json',
        line: 2,
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
