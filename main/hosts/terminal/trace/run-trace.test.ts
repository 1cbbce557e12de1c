import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { TraceOptions, TraceRequest, TraceResult } from '../../../engine/run/trace-request.ts';
import type { SignInPorts } from '../../../engine/sign-in-ports.ts';
import { startTrace } from '../../../engine/testing/trace-rig.ts';
import { terminalStyle } from '../report/terminal-style.ts';
import { runTrace, type SignInTerminal, type TraceParts } from './run-trace.ts';
import { sampleReport } from './testing/sample-trace.ts';
import type { TraceCliOptions } from './trace-options.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'unblank-trace-'));
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => rm(folder, { recursive: true }));

const URL_OF_ACME = 'https://mcp.acme.example/mcp';
const PORTS = { ways: [] } as unknown as SignInPorts;

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly request: TraceRequest | null;
}

type Work = (options: TraceOptions, terminal: SignInTerminal) => Promise<void>;

async function run(
  target: string | undefined,
  options: Partial<TraceCliOptions>,
  changes: Partial<TraceParts> = {},
  work: Work = () => Promise.resolve(),
): Promise<Ran> {
  let [stdout, stderr] = ['', ''];
  let request: TraceRequest | null = null;
  let terminal: SignInTerminal | null = null;
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((stdout += String(text))));
  const parts: TraceParts = {
    trace: async (asked, given) => {
      request = asked;
      await work(given, terminal!);
      const file = { schema: 'unblank.trace/1' } as unknown as TraceResult['file'];
      return { report: await sampleReport(), file };
    },
    replay: () => {
      throw new Error('not asked for');
    },
    createSignIn: (given) => {
      terminal = given;
      return PORTS;
    },
    around: { browser: true, display: true, terminal: true },
    ask: () => Promise.resolve(null),
    env: {},
    stderr: { isTTY: false, write: (text: string) => (stderr += text) } as never,
    style: terminalStyle({}, {}),
    ...changes,
  };
  const all = { as: 'claude-hosted', connectTo: [], failOn: 'error', home: folder, ...options };
  const code = await runTrace(target, all as TraceCliOptions, parts);
  return { code, stdout, stderr, request };
}

describe('unblank trace', () => {
  test('asks the engine for the sign-in that the options describe', async () => {
    const options = { as: 'claude-code', keep: true, thorough: true, scope: 'a b' } as const;
    const { request } = await run(URL_OF_ACME, { ...options, clientId: 'abc' });
    expect(request).toEqual({
      choice: { kind: 'urls', urls: [URL_OF_ACME] },
      as: 'claude-code',
      way: 'isolated',
      headless: false,
      keep: true,
      thorough: true,
      client: { id: 'abc', secret: null },
      scope: 'a b',
      connectTo: [],
      ca: null,
    });
  });

  test('prints the sign-in and exits 1 where it was blank', async () => {
    const { code, stdout } = await run(URL_OF_ACME, {});
    expect(stdout).toContain('■ Blank: https://auth.acme.example/authorize');
    expect(code).toBe(1);
  });

  test('K2: with --json stdout is the report alone, and without a terminal stderr is empty', async () => {
    const { stdout, stderr } = await run(URL_OF_ACME, { json: true });
    expect(JSON.parse(stdout)).toEqual(
      expect.objectContaining({ schema: 'unblank.report/1', complete: true }),
    );
    expect(stderr).toBe('');
  });

  test('--save writes the trace for its owner only', async () => {
    const file = path.join(folder, 'trace.json');
    const { stdout } = await run(URL_OF_ACME, { save: file });
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ schema: 'unblank.trace/1' });
    expect(stdout).toContain('Saved in');
    if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  test('--replay judges the file and asks nobody', async () => {
    const file = path.join(folder, 'saved.json');
    await writeFile(file, 'a saved trace');
    const report = await sampleReport();
    const texts: string[] = [];
    const replay = (text: string) => {
      texts.push(text);
      return report;
    };
    const { stdout, request } = await run(undefined, { replay: file }, { replay });
    expect([texts, request]).toEqual([['a saved trace'], null]);
    expect(stdout).toContain('judged again');
  });

  test('Ctrl-C cancels: the engine ends by itself and there is a report', async () => {
    let aborted = false;
    const { stdout, stderr } = await run(URL_OF_ACME, {}, {}, async ({ signal }) => {
      process.emit('SIGINT');
      aborted = signal.aborted;
    });
    expect(aborted).toBe(true);
    expect(stderr).toContain('Ctrl-C once more leaves at once');
    expect(stdout).toContain('Sign-in as');
  });

  test('a question of the sign-in reaches the person, with its signal', async () => {
    const asked: string[] = [];
    const ask = async (question: string) => {
      asked.push(question);
      return 'answer';
    };
    let answer: string | null = null;
    await run(URL_OF_ACME, {}, { ask }, async ({ signal }, terminal) => {
      answer = await terminal.ask('Paste: ', signal);
    });
    expect([asked, answer]).toEqual([['Paste: '], 'answer']);
  });

  test('--vendor-mail gives the mail where hosted Claude has no reason to fail', async () => {
    const { result } = startTrace({ request: { as: 'claude-hosted' } });
    const { report } = await result;
    const parts = { replay: () => report };
    const saved = path.join(folder, 'passes.trace');
    await writeFile(saved, '{}');
    const options = { replay: saved, vendorMail: 'ofid_0123456789abcdef' };
    const { stdout } = await run(undefined, options, parts);
    expect(stdout).toContain('ofid_0123456789abcdef');
    expect(stdout).toContain('### ');
    expect(stdout).not.toContain('Sign-in as');
  });

  test('--vendor-mail says what is left to mend before, and shows the trace', async () => {
    const { stdout } = await run(URL_OF_ACME, { vendorMail: true });
    expect(stdout).toMatch(/^No mail to the vendor yet: /);
    expect(stdout).toContain('Sign-in as');
  });

  test.each([
    ['no server', undefined, {}, 'Name one server'],
    ['a server beside --replay', URL_OF_ACME, { replay: 'x' }, 'leave the server'],
    ['K3: --keep without a terminal', URL_OF_ACME, { keep: true, headless: true }, 'keychain'],
    ['a bad address', 'https://', {}, 'not an address'],
    ['a missing folder', URL_OF_ACME, { headless: true, project: '/no/such' }, 'no folder'],
  ] as const)('%s is refused with a sentence', async (_, target, options, says) => {
    const around = { browser: true, display: true, terminal: !('keep' in options) };
    await expect(run(target, options, { around })).rejects.toThrow(says);
  });
});
