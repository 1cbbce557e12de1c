import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RECIPES } from '../../main/engine/repair/recipes/kinds/index.generated.ts';
import type { Platform } from '../../main/engine/repair/recipes/platform.ts';
import type { ServerFacts } from '../../main/engine/repair/recipes/server-facts.ts';

/** The lines that are given to owners, held against the programs that read them. */
const FACTS: ServerFacts = {
  url: 'https://mcp.acme.example/mcp',
  origin: 'https://mcp.acme.example',
  path: '/mcp',
  metadataUrl: 'https://mcp.acme.example/.well-known/oauth-protected-resource/mcp',
  metadataPath: '/.well-known/oauth-protected-resource/mcp',
  issuer: 'https://127.0.0.1:9/tenant',
  serverMetadataUrl: 'https://127.0.0.1:9/.well-known/oauth-authorization-server/tenant',
  serverMetadataPath: '/.well-known/oauth-authorization-server/tenant',
  document: '{"resource":"https://mcp.acme.example/mcp"}',
};

let folder = '';
let behind: Server;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'unblank-recipes-'));
  const made = makeCertificate();
  expect(made).toBe(0);
  behind = createServer((request, response) => {
    response.writeHead(request.headers.authorization === undefined ? 401 : 200, {
      'WWW-Authenticate': 'Basic',
      'X-Kept': 'yes',
    });
    response.end('from behind');
  });
  behind.listen(0, '127.0.0.1');
  await once(behind, 'listening');
});
afterAll(async () => {
  behind.close();
  await rm(folder, { recursive: true });
});

function makeCertificate(): number | null {
  const [key, chain] = ['privkey.pem', 'fullchain.pem'].map((one) => path.join(folder, one));
  const subject = ['-subj', '/CN=mcp.acme.example', '-days', '2', '-nodes'];
  const args = ['req', '-x509', '-newkey', 'rsa:2048', '-keyout', key!, '-out', chain!, ...subject];
  return spawnSync('openssl', args).status;
}

const rowsOf = (platform: Platform) =>
  RECIPES.flatMap(({ name, on }) => {
    const copy = on[platform]?.(FACTS).copy ?? null;
    return copy === null ? [] : [{ name, copy }];
  });
const isMissing = (program: string, flag: string) =>
  spawnSync(program, [flag]).error !== undefined ? `${program} is not installed here` : null;
const noNginx = isMissing('nginx', '-v');
const noCaddy = isMissing('caddy', 'version');

function withCertificate(lines: string): string {
  return lines.replaceAll('/etc/letsencrypt/live/NAME', folder);
}

/** What stands around some lines, where they are no whole of their own. */
const AROUND: Readonly<Record<string, (lines: string) => string>> = {
  'redirect-with-303': (lines) => `location /x { set $callback /; ${lines} }`,
  'publish-address': withCertificate,
  'serve-full-chain': withCertificate,
};

function nginxFile(name: string, copy: string, port = 0): string {
  const [, map = '', rest = copy] = /^(map [^]*?\n\}\n)?([^]*)$/.exec(copy) ?? [];
  const lines = (AROUND[name] ?? ((it: string) => it))(rest);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((one) => `${one}_temp_path ${folder}/${one};`)
    .join(' ');
  return `pid ${folder}/nginx.pid; error_log ${folder}/error.log; daemon off;
events {}
http { access_log off; ${temporary} ${map} ${inServer(lines, port === 0 ? 8099 : port)} }
`;
}

function inServer(lines: string, port: number): string {
  return lines.startsWith('server {')
    ? lines.replace('listen 443 ssl', `listen 127.0.0.1:${port} ssl`)
    : `server { listen 127.0.0.1:${port}; ${lines} }`;
}

describe('nginx takes the lines', () => {
  test.for(rowsOf('nginx'))('$name', async ({ name, copy }, context) => {
    if (noNginx !== null) context.skip(noNginx);
    const file = path.join(folder, `${name}.conf`);
    await writeFile(file, nginxFile(name, copy));
    const { status, stderr } = spawnSync('nginx', ['-t', '-p', folder, '-c', file], {
      encoding: 'utf8',
    });
    expect([status, status === 0 ? '' : stderr]).toEqual([0, '']);
  });
});

/** Caddy has directives that belong into a site and sites; both are written. */
function caddyFile(copy: string, port: number): string {
  const isSite = copy.startsWith('mcp.acme.example');
  return `{
	admin off
	auto_https off
}
${isSite ? copy : `http://127.0.0.1:${port} {\n${copy}\n}`}
`;
}

describe('Caddy takes the lines', () => {
  test.for(rowsOf('caddy'))('$name', async ({ name, copy }, context) => {
    if (noCaddy !== null) context.skip(noCaddy);
    const file = path.join(folder, `${name}.caddy`);
    await writeFile(file, caddyFile(copy, 8098));
    const args = ['adapt', '--adapter', 'caddyfile', '--config', file];
    const { status, stderr } = spawnSync('caddy', args, { encoding: 'utf8' });
    expect([status, status === 0 ? '' : stderr]).toEqual([0, '']);
  });
});

/** Starts a program in front of the server, asks it, and ends it. */
async function asked(
  program: string,
  args: readonly string[],
  port: number,
): Promise<readonly Response[]> {
  const child = spawn(program, args, { stdio: 'ignore', env: { ...process.env, HOME: folder } });
  try {
    const first = await answered(port, child);
    const headers = { authorization: 'Bearer x' };
    return [first, await fetch(`http://127.0.0.1:${port}/mcp`, { method: 'POST', headers })];
  } finally {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
}

async function answered(port: number, child: { exitCode: number | null }): Promise<Response> {
  while (child.exitCode === null) {
    const answer = await fetch(`http://127.0.0.1:${port}/mcp`, { method: 'POST' }).catch(
      () => null,
    );
    if (answer !== null) return answer;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error('it ended by itself');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

describe('the challenge is sent with a 401, and with nothing else', () => {
  const challenge = `Bearer resource_metadata="${FACTS.metadataUrl}"`;
  const lines = (platform: Platform) =>
    rowsOf(platform).find(({ name }) => name === 'send-challenge')?.copy ?? '';
  const upstream = () => `http://127.0.0.1:${(behind.address() as AddressInfo).port}`;

  test('by nginx', async (context) => {
    if (noNginx !== null) context.skip(noNginx);
    const port = await freePort();
    const copy = lines('nginx').replace(/# proxy_pass.*/, `proxy_pass ${upstream()};`);
    const file = path.join(folder, 'challenge.conf');
    await writeFile(file, nginxFile('', copy, port));
    const [first, second] = await asked('nginx', ['-p', folder, '-c', file], port);
    expect(first?.headers.get('www-authenticate')).toBe(challenge);
    expect([first?.status, first?.headers.get('x-kept')]).toEqual([401, 'yes']);
    expect(second?.headers.get('www-authenticate')).toBeNull();
  });

  test('by Caddy', async (context) => {
    if (noCaddy !== null) context.skip(noCaddy);
    const port = await freePort();
    const copy = lines('caddy').replace('localhost:3000', upstream());
    const file = path.join(folder, 'challenge.caddy');
    await writeFile(file, caddyFile(copy, port));
    const [first, second] = await asked(
      'caddy',
      ['run', '--adapter', 'caddyfile', '--config', file],
      port,
    );
    expect(first?.headers.get('www-authenticate')).toBe(challenge);
    expect([first?.status, first?.headers.get('x-kept')]).toEqual([401, 'yes']);
    expect(await first?.text()).toBe('from behind');
    expect(second?.status).toBe(200);
  });
});
