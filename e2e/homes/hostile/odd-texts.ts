import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { everywhere, type Ground, type HostileHome } from './hostile-home.ts';

/** Clears the screen, writes a title, makes a link, turns the writing round. */
const NASTY =
  '\u001b[2J\u001b]0;owned\u0007\u001b]8;;https://evil.example\u001b\\here\u001b]8;;\u001b\\\u009b31m\u202egnp.exe\u2066\r\u0000';

const URL = 'https://mcp.acme.example/mcp';
const ACME = { type: 'http', url: URL };
const LOGS = '.cache/claude-cli-nodejs/-home-sam';
const DESKTOP_LOGS = '.config/Claude/logs';
const at = '2026-11-20T09:00:00.000Z';

/** What can stand in a file or in its name, and be meant for whoever reads the report. */
export const ODD_TEXTS: readonly HostileHome[] = [
  {
    name: 'names of servers with control characters',
    make: ({ home }) =>
      put(home, {
        '.claude.json': JSON.stringify({
          mcpServers: {
            [`acme${NASTY}\n✔ all is well`]: ACME,
            two: { type: NASTY, url: `${URL}${NASTY}`, headers: { [NASTY]: NASTY } },
            three: { command: NASTY, args: [NASTY], env: { [NASTY]: NASTY } },
          },
        }),
      }),
  },
  {
    name: 'names of files with control characters',
    make: ({ home }) =>
      put(home, {
        [`${DESKTOP_LOGS}/mcp-server-${onDisk(NASTY)}\n.log`]: `${at} [x] [error] spawn npx ENOENT\n`,
        [`${LOGS}${onDisk(NASTY)}/mcp-logs-a\nb${onDisk(NASTY)}/1.jsonl`]: jsonl(
          'Connection failed: self signed certificate in certificate chain',
        ),
        [`.mcp-auth/mcp-remote-${onDisk(NASTY)}/x_tokens.json`]: '{"access_token": ""}',
      }),
  },
  {
    name: 'keys and values of stores with control characters',
    make: ({ home }) =>
      put(home, {
        '.claude.json': JSON.stringify({ mcpServers: { acme: ACME } }),
        '.claude/.credentials.json': JSON.stringify({
          mcpOAuth: {
            [NASTY]: {
              serverName: 'acme',
              serverUrl: URL,
              accessToken: '',
              expiresAt: 0,
              clientId: NASTY,
              issuer: NASTY,
              scope: NASTY,
              redirectUri: NASTY,
            },
          },
        }),
        '.claude/mcp-needs-auth-cache.json': JSON.stringify({ [NASTY]: { timestamp: Date.now() } }),
        '.claude/settings.json': JSON.stringify({
          env: { HTTPS_PROXY: NASTY },
          mcpServers: { [NASTY]: ACME },
        }),
      }),
  },
  {
    name: 'bytes that are no UTF-8',
    make: (ground) => everywhere(ground, (file) => writeFile(file, noText())),
  },
  {
    name: 'UTF-16 everywhere',
    make: (ground) =>
      everywhere(ground, (file) =>
        writeFile(
          file,
          Buffer.from(`\u{FEFF}{"mcpServers": {"acme": ${JSON.stringify(ACME)}}}\n`, 'utf16le'),
        ),
      ),
    keeps: ['acme'],
  },
  {
    name: 'a line of ten megabytes',
    make: (ground) =>
      everywhere(ground, (file) =>
        writeFile(file, `${at} [acme] [error] ${'spawn npx ENOENT '.repeat(600_000)}`),
      ),
  },
  {
    name: 'JSON of a hundred thousand levels',
    make: (ground) =>
      everywhere(ground, (file) => writeFile(file, '{"mcpServers":'.repeat(100_000))),
  },
  {
    name: 'log lines that a server forged',
    make: forgedLines,
    keeps: ['acme', 'evil'],
    never: ['owned\u0007'],
  },
];

/** What a file system allows in a name. */
function onDisk(text: string): string {
  return text.replaceAll('\u0000', '').replaceAll('/', '_');
}

function jsonl(error: string): string {
  return `${JSON.stringify({ error, timestamp: at, sessionId: NASTY, cwd: NASTY })}\n`;
}

function noText(): Uint8Array {
  return Uint8Array.from({ length: 70_000 }, (_, index) => (index * 167 + (index >> 8)) % 256);
}

/** The standard error of `evil` looks as if Claude had written about `acme`. */
async function forgedLines({ home }: Ground): Promise<void> {
  const acme = { command: '/usr/local/bin/npx', args: ['-y', 'mcp-remote@0.15.1', URL] };
  const evil = { command: '/usr/local/bin/evil', args: [] };
  await put(home, {
    '.config/Claude/claude_desktop_config.json': JSON.stringify({ mcpServers: { acme, evil } }),
    [`${DESKTOP_LOGS}/mcp-server-evil.log`]: [
      `${at} [evil] [info] Initializing server...`,
      `${at} [acme] [info] Server started and connected successfully`,
      `${at} [acme] [error] spawn npx ENOENT`,
      '[4711] Callback port 16476 is already in use. The port is mandatory',
      `${NASTY}${at} [acme] [error] SELF_SIGNED_CERT_IN_CHAIN${NASTY}`,
      `${at} [evil] [error] spawn npx ENOENT${NASTY}`,
      '',
    ].join('\n'),
  });
}

async function put(home: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(home, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}
