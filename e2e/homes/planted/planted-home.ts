import { createHash } from 'node:crypto';
import type { Planted } from '../../sign-in/planted-secrets-sweep.ts';
import { home, PROJECT, type Home } from '../home.ts';
import { remoteEntry, URL } from '../home-row.ts';
import { codeLine, mcpLine, remoteLine, serverLine } from '../log-lines.ts';
import type { System } from '../../../main/contract/words.ts';

/** A home with a secret in every place that can hold one, and all of those secrets. */
export interface PlantedHome {
  readonly home: Home;
  readonly secrets: readonly Planted[];
  /** Lines with further secrets, to be written into Claude Code’s log of `acme` while it is watched. */
  readonly newLines: readonly string[];
}

/** Plants a secret: random to look at, the same in every run. */
function createPlanter() {
  const secrets: Planted[] = [];
  const plant = (name: string): string => {
    const value = createHash('sha512').update(name).digest('base64url').slice(0, 40);
    secrets.push({ name, value });
    return value;
  };
  return { secrets, plant };
}

type Plant = (name: string) => string;

/** Builds the home of one system. */
export function plantedHome(os: System): PlantedHome {
  const { secrets, plant } = createPlanter();
  const parts = [configs, otherClients, settings, stores, remoteStores, codeLogs, desktopLogs];
  const built = parts.reduce((one, part) => part(one, plant), home(os));
  return { home: built, newLines: logLines(plant, 'watched').map(codeDebug), secrets };
}

function configs(one: Home, plant: Plant): Home {
  const desktop = remoteEntry(
    one.os,
    '--header',
    `Authorization: Bearer ${plant('desktop header argument')}`,
    '--header',
    `X-Api-Key:${plant('desktop api key argument')}`,
    '--static-oauth-client-info',
    JSON.stringify({ client_id: 'cid', client_secret: plant('desktop static client') }),
  );
  return one
    .claudeDesktop({
      mcpServers: {
        acme: { ...desktop, env: { ACME_API_KEY: plant('desktop env') } },
        local: {
          command: 'node',
          args: ['x.js', '--token', plant('flag'), `--api-key=${plant('flag with =')}`],
          env: {
            HTTPS_PROXY: `http://ada:${plant('entry proxy')}@proxy.example:3128`,
            DATABASE_URL: `postgres://ada:${plant('database')}@db.example/x`,
            PLAIN: plant('env of a plain name'),
          },
        },
        odd: { url: `https://ada:${plant('user of an address')}@odd.example/mcp` },
      },
    })
    .claudeCode({
      mcpServers: {
        acme: {
          type: 'http',
          url: `${URL}?api_key=${plant('address query')}`,
          headers: {
            Authorization: `Bearer ${plant('code header')}`,
            'X-Custom': plant('header of a plain name'),
          },
          oauth: { clientId: 'cid', clientSecret: plant('code client secret') },
        },
        off: { type: 'http', url: 'https://off.example/mcp', headers: 7 },
      },
      projects: {
        [PROJECT]: {
          mcpServers: {
            acme: { type: 'htp', url: URL, headers: { Authorization: plant('local header') } },
          },
          disabledMcpServers: ['off'],
        },
      },
      oauthAccount: { accessToken: plant('account in the state file') },
      primaryApiKey: plant('primary key'),
    })
    .project('.mcp.json', {
      mcpServers: {
        acme: {
          type: 'sse',
          url: URL,
          headers: { Authorization: `Bearer ${plant('project header')}` },
          env: { TOKEN: plant('project env') },
        },
      },
    });
}

function otherClients(one: Home, plant: Plant): Home {
  const entry = (client: string) => ({
    acme: {
      url: URL,
      serverUrl: URL,
      headers: { Authorization: `Bearer ${plant(`${client} header`)}` },
      env: { ACME_TOKEN: plant(`${client} env`) },
      disabled: true,
    },
  });
  return one
    .with('.cursor/mcp.json', { mcpServers: entry('cursor') })
    .with('.codeium/windsurf/mcp_config.json', { mcpServers: entry('windsurf') })
    .with('.gemini/settings.json', { mcpServers: entry('gemini') })
    .with(
      '.codex/config.toml',
      [
        '[mcp_servers.acme]',
        `url = "${URL}"`,
        `bearer_token = "${plant('codex token')}"`,
        'enabled = false',
        '[mcp_servers.acme.http_headers]',
        `Authorization = 'Bearer ${plant('codex header')}'`,
        '[mcp_servers.acme.env]',
        `ACME_TOKEN = """${plant('codex env')}"""`,
      ].join('\n'),
    )
    .project('.vscode/mcp.json', { servers: entry('vscode') })
    .project('.codex/config.toml', `[mcp_servers.acme]\nbearer_token = "${plant('broken toml')}\n`)
    .project('.cursor/mcp.json', `{"mcpServers":{"a":{"env":{"K":"${plant('broken json')}"`);
}

function settings(one: Home, plant: Plant): Home {
  return one
    .codeSettings({
      apiKeyHelper: `echo ${plant('helper')}`,
      env: {
        ANTHROPIC_API_KEY: plant('settings key'),
        ANTHROPIC_CUSTOM_HEADERS: `X-Key: ${plant('settings header')}`,
        ANTHROPIC_BASE_URL: `https://ada:${plant('gateway')}@gateway.example/`,
        HTTPS_PROXY: `http://ada:${plant('settings proxy')}@proxy.example:3128`,
        NODE_OPTIONS: `--require ${plant('node options')}`,
        OTHER: plant('settings env of a plain name'),
      },
      mcpServers: { lost: { url: URL, headers: { Authorization: plant('misplaced header') } } },
      deniedMcpServers: [
        { serverCommand: ['node', 'x.js', '--token', plant('rule command')] },
        { serverUrl: `https://ada:${plant('rule address')}@odd.example/*` },
      ],
    })
    .project('.claude/settings.local.json', {
      env: { AWS_BEARER_TOKEN_BEDROCK: plant('local settings env') },
    });
}

function stores(one: Home, plant: Plant): Home {
  return one
    .codeSignIns({
      claudeAiOauth: { accessToken: plant('account'), refreshToken: plant('account refresh') },
      mcpOAuth: {
        'acme|ae0250b28fa519f7': {
          serverName: 'acme',
          serverUrl: URL,
          accessToken: plant('kept access'),
          refreshToken: plant('kept refresh'),
          clientSecret: plant('kept client secret'),
          clientId: 'cid',
          expiresAt: 1,
          issuer: `https://auth.acme.example/?token=${plant('issuer query')}`,
          redirectUri: `http://localhost:1/callback?code=${plant('redirect code')}`,
        },
      },
    })
    .needsAuth({ acme: { timestamp: 1, token: plant('needs-auth') } });
}

function remoteStores(one: Home, plant: Plant): Home {
  return one
    .remoteFile(URL, 'tokens.json', {
      access_token: plant('remote access'),
      refresh_token: plant('remote refresh'),
      id_token: plant('remote id'),
      expires_in: 1,
    })
    .remoteFile(URL, 'client_info.json', {
      client_id: 'cid',
      client_secret: plant('remote client secret'),
      registration_access_token: plant('remote registration'),
    })
    .remoteFile(URL, 'code_verifier_1.txt', plant('remote verifier'))
    .remoteFile(URL, 'lock.json', { pid: 1, port: 2, timestamp: 3, token: plant('remote lock') })
    .remoteFile(
      URL,
      'debug.log',
      textOf(logLines(plant, 'remote').map((text) => remoteLine(text))),
    );
}

/** What clients and servers write into logs, each with a secret. */
function logLines(plant: Plant, where: string): readonly string[] {
  const of = (name: string) => plant(`${where} log, ${name}`);
  return [
    `Initializing HTTP transport to ${URL}?token=${of('address')}`,
    `Request headers: {"Authorization":"Bearer ${of('bearer')}","x-api-key":"${of('key')}"}`,
    `Opening browser: https://auth.acme.example/authorize?client_id=cid&state=${of('state')}&code_challenge=${of('challenge')}`,
    `Received authorization code: http://localhost:1/callback?code=${of('code')}&state=${of('state again')}`,
    `Token response {"access_token":"${of('access')}","refresh_token":"${of('refresh')}","id_token":"${of('id')}"}`,
    `POST body grant_type=authorization_code&code_verifier=${of('verifier')}&client_secret=${of('secret')}`,
    `Error: invalid_grant for refresh token ${of('refresh in words')}`,
    `HTTP Connection failed after 12ms: Bearer ${of('bearer of a failure')} was refused (code: 401, errno: none)`,
  ];
}

const codeDebug = (text: string): string => codeLine('debug', text, 60 * 24);

function codeLogs(one: Home, plant: Plant): Home {
  const lines = logLines(plant, 'code');
  return one
    .codeLog('acme', [
      ...lines.map((text) => codeLine('debug', text)),
      ...lines.map((text) => codeLine('error', text)),
    ])
    .with('.claude/debug/1.txt', textOf(logLines(plant, 'code debug')));
}

function desktopLogs(one: Home, plant: Plant): Home {
  const metadata = `{ metadata: { headers: { authorization: 'Bearer ${plant('metadata')}' } } }`;
  return one
    .desktopLog('mcp.log', [
      ...logLines(plant, 'mcp').map((text) => mcpLine('acme', 'error', text)),
      mcpLine('acme', 'error', metadata),
    ])
    .desktopLog('mcp-server-acme.log', [
      ...logLines(plant, 'server').map((text) => serverLine('acme', 'error', text)),
      ...logLines(plant, 'stderr').map((text) => `[4711] ${text}`),
      `${serverLine('acme', 'error', 'Server disconnected.')} {`,
      `  metadata: { token: '${plant('metadata over lines')}' }`,
      '}',
    ])
    .desktopLog(
      'main.log',
      logLines(plant, 'main').map((text) => `2026-11-20 09:00:00 [error] ${text}`),
    )
    .thirdPartyLog(
      logLines(plant, 'third-party').map((text) => `2026-11-20 09:00:00 [error] ${text}`),
    );
}

function textOf(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
