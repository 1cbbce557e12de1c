import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, linkSync, openSync } from 'node:fs';
import { mkdir, rename, symlink, truncate, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { everywhere, STOLEN, type Ground, type HostileHome } from './hostile-home.ts';

const ENTRY = { type: 'http', url: `https://${STOLEN}.example/mcp` };
const SECRET = JSON.stringify({ mcpServers: { [STOLEN]: ENTRY }, access_token: STOLEN });
const HUGE = 5_000_000_000;
const MANY = 200_000;
const LINKS = 50_000;
const LOGS = '.cache/claude-cli-nodejs/-home-sam/mcp-logs-acme';

/** Rewrites its file in every way, as fast as it can, until it is ended. */
const RESTLESS = `
import { appendFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
const [, ...files] = process.argv;
const long = JSON.stringify({ mcpServers: { acme: { type: 'http', url: 'https://mcp.acme.example/mcp' } }, pad: 'x'.repeat(200000) });
const ways = [
  (file) => writeFileSync(file, long),
  (file) => truncateSync(file, 7),
  (file) => appendFileSync(file, long.repeat(3)),
  (file) => { writeFileSync(file + '.new', long); renameSync(file + '.new', file); },
  (file) => rmSync(file, { force: true }),
  (file) => writeFileSync(file, ''),
];
process.stdout.write('begun');
for (let at = 0; ; at += 1) for (const file of files) try { ways[at % ways.length](file); } catch {}
`;

/** What can lie where a client has a file, and be none. */
export const ODD_FILES: readonly HostileHome[] = [
  {
    name: 'links to a file outside',
    make: async (ground) => {
      const secret = path.join(ground.outside, 'secret.json');
      await writeFile(secret, SECRET);
      await everywhere(ground, (file) => symlink(secret, file));
    },
  },
  {
    name: 'links to folders outside',
    make: async ({ home, outside }) => {
      await everywhere({ home: outside, outside }, (file) => writeFile(file, SECRET));
      for (const name of ['.config', '.claude', '.cache', '.mcp-auth', '.cursor', '.codex'])
        await symlink(path.join(outside, name), path.join(home, name));
    },
  },
  {
    name: 'links to themselves and to each other',
    make: (ground) =>
      everywhere(ground, async (file) => {
        await symlink(`${file}.other`, file);
        await symlink(file, `${file}.other`);
      }),
  },
  {
    name: 'links to devices',
    make: (ground) => everywhere(ground, (file) => symlink('/dev/zero', file)),
  },
  { name: 'pipes that nobody writes to', make: (ground) => everywhere(ground, asyncOf(makePipe)) },
  { name: 'sockets', make: listenEverywhere },
  { name: 'folders', make: (ground) => everywhere(ground, (file) => mkdir(file)) },
  {
    name: 'files of five gigabytes',
    make: (ground) =>
      everywhere(ground, async (file) => {
        await writeFile(file, '');
        await truncate(file, HUGE);
      }),
  },
  { name: 'files that change while they are read', make: rewriteAllTheTime },
  { name: 'a log folder with 200,000 files', make: manyLogs },
];

function asyncOf(work: (file: string) => void): (file: string) => Promise<void> {
  return (file) => Promise.resolve(work(file));
}

function makePipe(file: string): void {
  const { status } = spawnSync('mkfifo', [file]);
  if (status !== 0) throw new Error(`There is no pipe at ${file}.`);
}

/** A path of a socket must be short, so it is made at one and moved. */
async function listenEverywhere(ground: Ground): Promise<() => Promise<void>> {
  const servers: ReturnType<typeof createServer>[] = [];
  await everywhere(ground, async (file) => {
    const server = createServer();
    servers.push(server);
    const short = path.join(ground.home, 's');
    server.listen(short);
    await once(server, 'listening');
    await rename(short, file);
  });
  return async () => {
    for (const server of servers) server.close();
    await Promise.resolve();
  };
}

async function rewriteAllTheTime(ground: Ground): Promise<() => Promise<void>> {
  const files: string[] = [];
  await everywhere(ground, async (file) => files.push(file));
  const child = spawn(process.execPath, ['--input-type=module', '-e', RESTLESS, ...files]);
  await once(child.stdout, 'data');
  return async () => {
    child.kill('SIGKILL');
    await once(child, 'close');
  };
}

/** Names of a few files: links take half the time to make, and a file system allows so many of one. */
async function manyLogs({ home }: Ground): Promise<() => Promise<void>> {
  const folder = path.join(home, LOGS);
  await mkdir(folder, { recursive: true });
  for (let at = 0; at < MANY; at += 1) {
    const first = path.join(folder, `${at - (at % LINKS)}.jsonl`);
    if (at % LINKS === 0) closeSync(openSync(first, 'w'));
    else linkSync(first, path.join(folder, `${at}.jsonl`));
  }
  return async () => {
    await once(spawn('rm', ['-rf', folder]), 'close');
  };
}
