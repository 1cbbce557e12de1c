import { appendFile, mkdir, mkdtemp, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { watch } from '../../../engine/watch/watch.ts';
import { runWatch } from './run-watch.ts';
import type { WatchCliOptions } from './watch-options.ts';

let home = '';
let folder = '';
beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'unblank-watch-'));
  folder = path.join(home, '.cache', 'claude-cli-nodejs', '-home-ada', 'mcp-logs-acme');
  await mkdir(folder, { recursive: true });
  const acme = { type: 'http', url: 'https://mcp.acme.example/mcp' };
  await writeFile(path.join(home, '.claude.json'), JSON.stringify({ mcpServers: { acme } }));
});
afterEach(() => rm(home, { recursive: true }));

const STARTED = 'Starting connection with timeout of 30000ms';
const BROWSER = 'Redirecting to authorization URL';
const NO_DCR =
  'Connection failed: Incompatible auth server: does not support dynamic client registration';
const CONNECTED = 'Successfully connected (transport: http) in 71ms';

function line(debug: string, sessionId = 's1'): string {
  const timestamp = new Date().toISOString();
  return `${JSON.stringify({ debug, timestamp, sessionId, cwd: '/home/ada' })}\n`;
}

/** The command under way, on real files. */
function start(options: Partial<WatchCliOptions> = {}, target: string | undefined = 'acme') {
  const said = { stdout: '', stderr: '' };
  const stream = (name: 'stdout' | 'stderr') =>
    ({ isTTY: false, write: (text: string) => Boolean((said[name] += text)) }) as never;
  const code = runWatch(
    target,
    { home, os: 'linux', ...options },
    { watch, stdout: stream('stdout'), stderr: stream('stderr'), env: { LANG: 'C.UTF-8' } },
  );
  const heard = (text: string | RegExp) =>
    expect.poll(() => said.stderr, { timeout: 8000, interval: 50 }).toMatch(text);
  return { code, said, heard };
}

describe('unblank watch', () => {
  test('says live what happens, then how it ended, and exits 1 where it failed', async () => {
    const { code, said, heard } = start();
    await heard('Now try again');
    const file = path.join(folder, '2026-11-23T12-00-00-000Z.jsonl');
    await writeFile(file, line(STARTED));
    await heard('Claude Code, acme: started to connect');
    await appendFile(file, line(NO_DCR));
    expect(await code).toBe(1);
    expect(said.stdout).toContain('■ Failed: Claude Code could not connect to acme');
    expect(said.stdout).toContain('F40  No client can register itself');
    expect(said.stdout).toContain('unblank explain F40');
  });

  test('follows through a line in two halves, a rotation and a truncation', async () => {
    const file = path.join(folder, '2026-11-23T12-00-00-000Z.jsonl');
    await writeFile(file, line('written before the start'));
    const { code, said, heard } = start();
    await heard('1 log is followed');
    const [one, two] = [line(STARTED).slice(0, 30), line(STARTED).slice(30)];
    await appendFile(file, one);
    await appendFile(file, two);
    await heard('started to connect');
    await rename(file, `${file}.1`);
    await writeFile(file, line(BROWSER) + line('Scopes in URL: a b').repeat(9));
    await heard('opened the sign-in page');
    await truncate(file, 0);
    await appendFile(file, line(CONNECTED));
    expect(await code).toBe(0);
    expect(said.stdout).toContain('● Connected: Claude Code connected to acme.');
  });

  test('K2: with --json stdout is one document, and the live lines are on stderr', async () => {
    const { code, said, heard } = start({ json: true });
    await heard('Now try again');
    await writeFile(path.join(folder, 'a.jsonl'), line(STARTED) + line(NO_DCR));
    expect(await code).toBe(1);
    const document: unknown = JSON.parse(said.stdout);
    expect(document).toMatchObject({
      schema: 'unblank.watch/1',
      outcome: 'failed',
      code: 'F40',
      incident: { client: 'claude-code', server: 'acme', ended: 'failed' },
    });
    expect(said.stderr).toContain('failed: “Incompatible auth server');
  });

  test('Ctrl-C ends it, says what was seen and exits 3', async () => {
    const { code, said, heard } = start();
    await heard('Now try again');
    await writeFile(path.join(folder, 'a.jsonl'), line(STARTED) + line(BROWSER));
    await heard('waits for the sign-in');
    process.emit('SIGINT');
    expect(await code).toBe(3);
    expect(said.stdout).toContain('started to connect');
    expect(said.stdout).toContain('○ No attempt ended: Claude Code still waits for the sign-in');
  });

  test('--until-stopped goes on behind an end', async () => {
    const { code, heard } = start({ untilStopped: true });
    await heard('Now try again');
    const file = path.join(folder, 'a.jsonl');
    await writeFile(file, line(STARTED) + line(NO_DCR));
    await heard(/No client\s+can\s+register\s+itself/);
    await appendFile(file, line(STARTED, 's2') + line(CONNECTED, 's2'));
    await heard('Claude Code connected to acme');
    process.emit('SIGINT');
    expect(await code).toBe(0);
  });

  test('a name that is configured nowhere is refused with a sentence', async () => {
    await expect(start({}, 'nobody').code).rejects.toThrow('No configured server is called nobody');
  });
});
