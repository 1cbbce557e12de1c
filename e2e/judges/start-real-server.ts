import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { ROOT } from '../../build/build.ts';

/** A server that nobody here wrote. */
export interface RealServer {
  readonly name: string;
  /** What of it is whose, for the table. */
  readonly made: string;
  readonly start: () => Promise<RunningServer>;
}
export interface RunningServer {
  readonly url: string;
  close(): Promise<void>;
}

const OWN = path.join(ROOT, 'e2e', 'judges', 'servers');
const DEMO = path.join(
  ROOT,
  'node_modules/@modelcontextprotocol/sdk/dist/esm/examples/server/simpleStreamableHttp.js',
);

/** The three real servers, the SDK's demo with and without its strict mode. */
export const REAL_SERVERS: readonly RealServer[] = [
  {
    name: 'oidc-provider',
    made: 'oidc-provider 9.13.3, MCP TypeScript SDK 1.32.2 as resource server',
    start: () => startOwn('oidc-provider.ts'),
  },
  {
    name: 'workers-oauth-provider',
    made: '@cloudflare/workers-oauth-provider 1.2.3 on plain Node',
    start: () => startOwn('workers-oauth-provider.ts'),
  },
  {
    name: 'sdk-demo',
    made: 'MCP TypeScript SDK 1.32.2, its own example with --oauth',
    start: () => startDemo(['--oauth']),
  },
  {
    name: 'sdk-demo-strict',
    made: 'the same with --oauth --oauth-strict',
    start: () => startDemo(['--oauth', '--oauth-strict']),
  },
];

/** It tells its URL on one line as soon as it listens. */
async function startOwn(file: string): Promise<RunningServer> {
  const running = run(['--import', 'tsx', path.join(OWN, file)], {});
  const line = await running.said(/^\{"url":"(.+)"\}$/m);
  return { url: line[1]!, close: running.close };
}

async function startDemo(args: readonly string[]): Promise<RunningServer> {
  const [mcp, auth] = [await freePort(), await freePort()];
  const env = { MCP_PORT: String(mcp), MCP_AUTH_PORT: String(auth) };
  const running = run([DEMO, ...args], env);
  await running.said(/listening on port/i);
  await answers(`http://localhost:${auth}/.well-known/oauth-authorization-server`);
  return { url: `http://localhost:${mcp}/mcp`, close: running.close };
}

function run(args: readonly string[], env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const said = (pattern: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const look = (chunk: Buffer) => {
        text += chunk.toString();
        const found = pattern.exec(text);
        if (found) resolve(found);
      };
      child.stdout.on('data', look);
      child.stderr.on('data', look);
      child.once('exit', () => reject(new Error(`The server ended: ${text.slice(-800)}`)));
    });
  const close = async () => {
    if (child.exitCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  return { said, close };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Waits until an address answers: the demo says that it listens before both of its ports do. */
async function answers(url: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${url} does not answer`);
}
