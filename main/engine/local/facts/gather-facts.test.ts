import { describe, expect, test } from 'vitest';
import { NO_FACTS } from '../../model/machine-facts.ts';
import type { SettingFact, SettingsFile } from '../../model/settings-evidence.ts';
import type { ProcessFacts } from '../../ports.ts';
import { createFakePorts, type FakePortsOptions } from '../../testing/fake-ports.ts';
import { remoteHash } from '../stores/remote-hash.ts';
import { factLines } from './fact-lines.ts';
import { gatherFacts } from './gather-facts.ts';

const gather = (options: FakePortsOptions = {}, settings: readonly SettingsFile[] = []) =>
  gatherFacts(createFakePorts(options), settings, new AbortController().signal);
const setting = (kind: SettingFact['kind'], name: string, value: string): SettingsFile => ({
  client: 'claude-code',
  scope: 'user',
  file: '/home/ada/.claude/settings.json',
  state: 'ok',
  detail: null,
  problems: [],
  managed: false,
  facts: [{ kind, name, value, pointer: `/env/${name}`, line: 1, column: 1, excerpt: '' }],
});
const DISPLAY = { DISPLAY: ':0' };

test('a copied profile says nothing of the machine', async () => {
  const files = { '/.dockerenv': '', '/usr/bin/node': 'x' };
  const env = { PATH: '/usr/bin', CODESPACES: 'true', ANTHROPIC_API_KEY: 'sk-ant-x1' };
  expect(await gather({ copied: true, now: 7, files, env })).toEqual({ ...NO_FACTS, now: 7 });
});

test('a run that was stopped, and a port that fails or waits, leave what is known', async () => {
  const ports = createFakePorts({ now: 7, env: { BROWSER: 'x' } });
  const stopped = await gatherFacts(ports, [], AbortSignal.abort());
  expect(stopped.environment).toEqual([{ name: 'BROWSER', value: 'x', from: 'environment' }]);
  const controller = new AbortController();
  const machine = {
    ...ports.machine,
    processes: () => Promise.reject(new Error('no')),
    listeners: () => new Promise<null>(() => controller.abort()),
  };
  const facts = await gatherFacts({ ...ports, machine }, [], controller.signal);
  expect(facts).toMatchObject({ running: null, twins: null, listeners: null });
});

describe('the environment', () => {
  test('of variables that are not in the list nothing is told', async () => {
    const env = { AWS_SECRET_ACCESS_KEY: 'PLANTED', HOME: 'PLANTED', MY_TOKEN: 'PLANTED' };
    expect(JSON.stringify(await gather({ env }))).not.toContain('PLANTED');
  });

  test('H2, E7: secrets are told by their presence, credentials of a proxy are masked', async () => {
    const env = {
      ANTHROPIC_API_KEY: 'sk-ant-PLANTED1',
      ANTHROPIC_AUTH_TOKEN: 'PLANTED2',
      CLAUDE_CODE_OAUTH_TOKEN: 'PLANTED3',
      ANTHROPIC_CUSTOM_HEADERS: 'X-Key: PLANTED4',
      MCP_CLIENT_SECRET: 'PLANTED5',
      AWS_BEARER_TOKEN_BEDROCK: 'PLANTED6',
      HTTPS_PROXY: 'http://ada:PLANTED7@proxy.acme.dev:3128',
      ANTHROPIC_BASE_URL: 'https://ada:PLANTED8@gw.acme.dev/v1?key=PLANTED9',
      NODE_OPTIONS: '--require x\u001b[31m --token=PLANTED10',
    };
    const facts = await gather({ env });
    const told = JSON.stringify([facts, factLines(facts)]);
    expect(told).toContain('gw.acme.dev');
    expect(told).not.toContain('PLANTED');
    for (const { value } of facts.environment) expect(value).not.toMatch(/\p{Cc}/u);
    expect(facts.environment).toContainEqual({
      name: 'HTTPS_PROXY',
      value: 'http://…@proxy.acme.dev:3128',
      from: 'environment',
    });
  });

  test('what a settings file sets for a client is told with its file', async () => {
    const { environment } = await gather({}, [setting('variable', 'MCP_TIMEOUT', '60000')]);
    expect(environment).toEqual([
      { name: 'MCP_TIMEOUT', value: '60000', from: '/home/ada/.claude/settings.json' },
    ]);
    expect((await gather({}, [setting('variable', 'FOO', 'x')])).environment).toEqual([]);
  });
});

describe('where we run', () => {
  test.each<[string, FakePortsOptions, readonly string[]]>([
    ['a desk', { env: DISPLAY }, []],
    ['WSL', { env: { ...DISPLAY, WSL_DISTRO_NAME: 'Ubuntu' } }, ['wsl']],
    [
      'WSL without its variables',
      { env: DISPLAY, files: { '/proc/version': 'Linux version 5.15 (Microsoft@x)' } },
      ['wsl'],
    ],
    ['SSH', { env: { SSH_CONNECTION: '1 2 3 4' } }, ['ssh', 'no-display']],
    ['SSH to a Mac', { os: 'darwin', env: { SSH_CONNECTION: '1 2 3 4' } }, ['ssh']],
    ['a container', { env: DISPLAY, files: { '/.dockerenv': '' } }, ['container']],
    ['a dev container', { env: { ...DISPLAY, REMOTE_CONTAINERS: 'true' } }, ['container']],
    ['Codespaces', { env: { ...DISPLAY, CODESPACES: 'true' } }, ['codespaces']],
    ['no codespace', { env: { ...DISPLAY, CODESPACES: 'false' } }, []],
    ['a server', {}, ['no-display']],
    ['Wayland', { env: { WAYLAND_DISPLAY: 'wayland-0' } }, []],
    ['Windows', { os: 'win32' }, []],
  ])('%s', async (_, options, remote) => {
    expect((await gather(options)).remote).toEqual(remote);
  });
});

const at = (
  pid: number,
  program: string,
  args: readonly string[] = [],
  parent = 1,
): ProcessFacts => ({
  pid,
  parent,
  program,
  args,
  hasWindow: null,
});
const runningOn = async (os: 'linux' | 'darwin' | 'win32', ...processes: readonly ProcessFacts[]) =>
  (await gather({ os, machine: { processes } })).running?.map(({ client, pid }) => [client, pid]);

describe('running clients', () => {
  const remote = ['/home/ada/.npm/_npx/1/node_modules/.bin/mcp-remote', 'https://a.dev/mcp'];

  test.each<[string, 'linux' | 'darwin', ProcessFacts, string]>([
    [
      'Claude Desktop',
      'darwin',
      at(2, '/Applications/Claude.app/Contents/MacOS/Claude'),
      'claude-desktop-stdio',
    ],
    [
      'Claude Desktop',
      'linux',
      at(2, '/usr/lib/claude-desktop/electron', ['/x']),
      'claude-desktop-stdio',
    ],
    [
      'Claude Desktop',
      'linux',
      at(2, '/opt/electron', ['/usr/lib/claude-desktop/app.asar']),
      'claude-desktop-stdio',
    ],
    [
      'Claude Code of its own',
      'linux',
      at(2, '/home/ada/.local/share/claude/versions/2.1.330'),
      'claude-code',
    ],
    [
      'Claude Desktop of an AppImage',
      'linux',
      at(2, '/tmp/.mount_ClaudeX1/usr/lib/claude'),
      'claude-desktop-stdio',
    ],
    [
      'Claude Code in a home named Claude',
      'linux',
      at(2, '/home/Claude/.local/bin/claude'),
      'claude-code',
    ],
    [
      'Claude Code of the Code tab',
      'linux',
      at(2, '/home/ada/.config/Claude/claude-code/2.1.330/claude'),
      'claude-code',
    ],
    [
      'Claude Code of an npm package',
      'linux',
      at(2, '/x/node_modules/@anthropic-ai/claude-code-linux-x64/claude'),
      'claude-code',
    ],
    ['Claude Code by its name', 'darwin', at(2, 'claude'), 'claude-code'],
    ['Claude Code with its title', 'linux', at(2, '/usr/bin/node', ['claude']), 'claude-code'],
    [
      'Claude Code of npm',
      'linux',
      at(2, '/usr/bin/node', ['/usr/lib/node_modules/@anthropic-ai/claude-code/cli.js', '-p']),
      'claude-code',
    ],
    ['mcp-remote', 'linux', at(2, '/usr/bin/node', remote), 'mcp-remote'],
    ['VS Code', 'linux', at(2, '/usr/share/code/code', ['--no-sandbox']), 'vscode'],
    ['Cursor', 'linux', at(2, '/opt/Cursor/cursor'), 'cursor'],
    ['Codex', 'linux', at(2, '/usr/local/bin/codex'), 'codex'],
    ['Gemini', 'linux', at(2, '/usr/bin/node', ['/usr/local/bin/gemini']), 'gemini'],
  ])('%s on %s', async (_, os, process, client) => {
    expect(await runningOn(os, process)).toEqual([[client, 2]]);
  });

  test.each<[string, ProcessFacts]>([
    ['a helper of an Electron app', at(2, '/usr/share/code/code', ['--type=renderer'])],
    ['a word of the user', at(2, '/usr/bin/node', ['a.js', 'b', 'c', '/x/bin/claude'])],
    ['another program', at(2, '/usr/bin/vim', ['claude_desktop_config.json'])],
  ])('%s is none', async (_, process) => {
    expect(await runningOn('linux', process)).toEqual([]);
  });

  test('of npx, its shell and mcp-remote the last one counts', async () => {
    const found = await runningOn(
      'linux',
      at(10, '/usr/bin/node', ['npm exec mcp-remote https://a.dev/mcp']),
      at(11, '/bin/sh', ['-c', 'mcp-remote https://a.dev/mcp'], 10),
      at(12, '/usr/bin/node', remote, 11),
    );
    expect(found).toEqual([['mcp-remote', 12]]);
  });

  test('G10: on Windows a closed window is no quit: Claude Desktop runs in the tray', async () => {
    const hidden = (pid: number): ProcessFacts => ({ ...at(pid, 'claude.exe'), hasWindow: false });
    const { running } = await gather({
      os: 'win32',
      machine: { processes: [hidden(1), hidden(2), hidden(3)] },
    });
    expect(running).toEqual([
      { client: 'claude-desktop-stdio', pid: 1, program: 'claude.exe', hasWindow: false },
    ]);
  });

  test('on Windows the one with the window stands for Claude Desktop; a single one is Claude Code', async () => {
    const window = { ...at(2, 'claude.exe'), hasWindow: true };
    expect(await runningOn('win32', at(1, 'claude.exe'), window)).toEqual([
      ['claude-desktop-stdio', 2],
    ]);
    expect(await runningOn('win32', at(1, 'claude.exe'))).toEqual([['claude-code', 1]]);
  });

  test('H2: no argument leaves the gatherer', async () => {
    const secret = [
      '/x/.bin/mcp-remote',
      'https://a.dev/mcp',
      '--header',
      'Authorization: PLANTED',
    ];
    const processes = [
      at(2, '/opt/Claude/claude'),
      at(3, '/usr/bin/node', secret, 2),
      at(4, '/usr/bin/node', secret, 2),
    ];
    const facts = await gather({ machine: { processes } });
    expect(facts.twins).toHaveLength(1);
    expect(JSON.stringify([facts, factLines(facts)])).not.toContain('PLANTED');
  });
});

describe('what runs twice', () => {
  const url = 'https://a.dev/mcp';
  const remote = ['/x/node_modules/.bin/mcp-remote', url];
  const twins = async (...processes: readonly ProcessFacts[]) =>
    (await gather({ machine: { processes } })).twins;
  const desktop = at(2, '/opt/Claude/claude', ['--x']);

  test('is told by name and address, with the clients above it', async () => {
    const shell = at(3, '/bin/sh', ['-c', 'x'], 2);
    expect(
      await twins(
        desktop,
        shell,
        at(4, '/usr/bin/node', remote, 3),
        at(5, '/usr/bin/node', remote, 2),
      ),
    ).toEqual([
      { name: 'mcp-remote', hash: remoteHash(url), pids: [4, 5], under: ['claude-desktop-stdio'] },
    ]);
  });

  test('has the same words, and a client above it where it is not mcp-remote', async () => {
    const other = [...remote, '--debug'];
    const [one, two] = [at(4, '/usr/bin/node', remote, 2), at(5, '/usr/bin/node', other, 2)];
    expect(await twins(desktop, one, two)).toEqual([]);
    const server = ['/x/node_modules/server/index.js'];
    expect(await twins(at(4, '/usr/bin/node', server), at(5, '/usr/bin/node', server))).toEqual([]);
    const orphans = await twins(at(4, '/usr/bin/node', remote), at(5, '/usr/bin/node', remote));
    expect(orphans).toMatchObject([{ name: 'mcp-remote', pids: [4, 5], under: [] }]);
  });

  test('other servers are told by their package or script', async () => {
    const server = ['/x/node_modules/@scope/server/dist/index.js'];
    const code = at(3, '/usr/local/bin/claude', ['-c']);
    const script = at(6, '/usr/bin/python3', ['/x/server.py'], 2);
    const found = await twins(
      desktop,
      code,
      at(4, '/n/node', server, 2),
      at(5, '/n/node', server, 3),
      script,
      { ...script, pid: 7 },
    );
    expect(found).toEqual([
      {
        name: '@scope/server',
        hash: null,
        pids: [4, 5],
        under: ['claude-desktop-stdio', 'claude-code'],
      },
      { name: 'server', hash: null, pids: [6, 7], under: ['claude-desktop-stdio'] },
    ]);
  });

  test('is not seen where no arguments are', async () => {
    expect(await twins(at(1, 'claude.exe'), at(2, 'node.exe'))).toBeNull();
  });
});

describe('tools', () => {
  const program = (path: string): Record<string, string> => ({ [path]: 'x' });

  test('I1: are found on the search path, with versions from files beside them', async () => {
    const files = {
      '/opt/node/bin/node': 'x',
      '/opt/node/include/node/node_version.h':
        '#define NODE_MAJOR_VERSION 20\n#define NODE_MINOR_VERSION 20\n#define NODE_PATCH_VERSION 1\n',
      '/opt/npm/bin/npm': 'x',
      '/opt/npm/package.json': '{"name":"npm","version":"10.8.2"}',
      '/usr/bin/node': 'x',
    };
    const env = { ...DISPLAY, PATH: 'relative:/opt/node/bin:/opt/npm/bin:/usr/bin' };
    const ports = createFakePorts({ files, env });
    // A fake file may not be run; a real program may.
    const stat = async (path: string) => {
      const facts = await ports.files.stat(path);
      return facts === null ? null : { ...facts, mode: 0o755 };
    };
    const withRights = { ...ports, files: { ...ports.files, stat } };
    const { tools } = await gatherFacts(withRights, [], new AbortController().signal);
    expect(tools).toEqual([
      { name: 'node', path: '/opt/node/bin/node', version: '20.20.1' },
      { name: 'npm', path: '/opt/npm/bin/npm', version: '10.8.2' },
    ]);
  });

  test('a file that may not be run is none', async () => {
    expect((await gather({ files: program('/b/node'), env: { PATH: '/b' } })).tools).toEqual([]);
  });
});

describe('the provider', () => {
  test.each<[string, Record<string, string>, object]>([
    ['Anthropic', {}, { name: 'anthropic', hasKey: false, models: [], from: [] }],
    ['a key', { ANTHROPIC_API_KEY: 'k' }, { name: 'anthropic', hasKey: true }],
    ['Bedrock', { CLAUDE_CODE_USE_BEDROCK: '1' }, { name: 'bedrock', from: ['environment'] }],
    ['Vertex', { CLAUDE_CODE_USE_VERTEX: 'true' }, { name: 'vertex' }],
    ['not Bedrock', { CLAUDE_CODE_USE_BEDROCK: '0' }, { name: 'anthropic' }],
    ['a gateway', { ANTHROPIC_BASE_URL: 'https://llm.acme.dev' }, { name: 'gateway' }],
    ['no gateway', { ANTHROPIC_BASE_URL: 'https://api.anthropic.com' }, { name: 'anthropic' }],
    ['a model', { ANTHROPIC_MODEL: 'opus' }, { models: ['opus'] }],
  ])('%s', async (_, env, provider) => {
    expect((await gather({ env })).provider).toMatchObject(provider);
  });

  test('settings name it as well, also in a copied profile', async () => {
    const settings = [
      setting('switch', 'apiKeyHelper', 'set'),
      setting('switch', 'model', 'sonnet'),
    ];
    expect((await gather({ copied: true }, settings)).provider).toEqual({
      name: 'anthropic',
      hasKey: true,
      models: ['sonnet'],
      from: ['/home/ada/.claude/settings.json'],
    });
  });
});

test('the lines of the report say what issue forms ask, and of ports only those of sign-ins', async () => {
  const machine = {
    processes: [at(9, '/usr/bin/other')],
    listeners: [
      { port: 53_280, address: '127.0.0.1', pid: 9 },
      { port: 5432, address: '127.0.0.1', pid: 9 },
    ],
    handlers: { claude: 'none', https: { program: '/usr/bin/firefox' } },
  } as const;
  const facts = await gather({ machine, env: { SSH_CONNECTION: 'x', ANTHROPIC_MODEL: 'opus' } });
  expect(factLines(facts)).toEqual([
    { what: 'provider of Claude Code', value: 'Anthropic, without an API key, model opus' },
    { what: 'runs in', value: 'an SSH session, no display' },
    {
      what: 'port 53280',
      value: 'in use by /usr/bin/other (callback of Claude Desktop in third-party mode)',
    },
    { what: 'opens claude://', value: 'none' },
    { what: 'default browser', value: '/usr/bin/firefox' },
    { what: 'ANTHROPIC_MODEL', value: 'opus' },
    { what: 'SSH_CONNECTION', value: 'set' },
  ]);
  expect(factLines(NO_FACTS)).toEqual([]);
});
