import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../../build/build.ts';
import type { Report } from '../../contract/report.ts';
import { startPatient } from '../../hospital/start-patient.ts';
import { builtCli, type Ended } from '../../../e2e/testing/built-cli.ts';

let cli: Awaited<ReturnType<typeof builtCli>>;
let home = '';

beforeAll(async () => {
  cli = await builtCli();
  home = await mkdtemp(path.join(tmpdir(), 'unblank-home-'));
}, 30_000);
afterAll(async () => {
  await cli.remove();
  await rm(home, { recursive: true });
});

const check = (...args: string[]): Promise<Ended> =>
  cli.run(['check', '--home', home, '--os', 'linux', ...args]);

async function demoFolders(): Promise<string[]> {
  return (await readdir(home)).filter((name) => name.startsWith('unblank-demo'));
}

async function withPatient<T>(name: string, work: (args: string[]) => Promise<T>): Promise<T> {
  const patient = await startPatient(name, { tls: true, host: 'mcp.acme.example' });
  const ca = path.join(home, `${name}.pem`);
  await writeFile(ca, patient.ca ?? '');
  try {
    const connect = patient.connectTo.flatMap((one) => ['--connect-to', one]);
    return await work([patient.url, '--cacert', ca, ...connect]);
  } finally {
    await patient.close();
  }
}

/** A validator that nobody here wrote, over the schema as it is published. */
async function publishedSchema() {
  const text = await readFile(path.join(ROOT, 'docs', 'report.schema.json'), 'utf8');
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  return ajv.compile(JSON.parse(text) as object);
}

describe('unblank check URL', () => {
  test('a healthy server: exit 0, every client works', async () => {
    const { code, stdout } = await withPatient('healthy', (args) => check(...args, '--json'));
    const [target] = (JSON.parse(stdout) as Report).targets;
    expect(new Set(target?.verdicts.map((one) => one.outcome))).toEqual(new Set(['works']));
    expect(code).toBe(0);
  });

  test('K2: stdout is one JSON document that the published schema accepts, stderr is empty', async () => {
    const validate = await publishedSchema();
    const { code, stdout, stderr } = await withPatient('claude-code-11814', (args) =>
      check(...args, '--json'),
    );
    const report = JSON.parse(stdout) as Report;
    expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
    expect(report.targets[0]?.rootCause).toBe('F23');
    expect(stderr).toBe('');
    expect(code).toBe(1);
  });

  test('in text: first the thing to fix, then the clients, then the way, then the evidence', async () => {
    const { stdout } = await withPatient('claude-code-11814', (args) => check(...args));
    const order = [
      'First thing to fix: Your server sends Claude to the wrong document',
      'Claude Desktop, claude.ai',
      'The way of the request',
      'here it stops',
      'Evidence',
      'WWW-Authenticate: Bearer realm="mcp"',
    ].map((text) => stdout.indexOf(text));
    expect(order).toEqual([...order].sort((one, two) => one - two));
    expect(order).not.toContain(-1);
    expect(stdout).not.toContain('\u001b');
  });

  test('only the clients that were asked for', async () => {
    const { stdout } = await withPatient('healthy', (args) =>
      check(...args, '--json', '--client', 'mcp-remote'),
    );
    const [target] = (JSON.parse(stdout) as Report).targets;
    expect(target?.verdicts.map((one) => one.client)).toEqual(['mcp-remote']);
  });

  test('--fail-on decides the exit code, never the report', async () => {
    const exits = await withPatient('resource-parent', async (args) =>
      Promise.all(
        ['error', 'warning', 'never'].map(
          async (on) => (await check(...args, '--fail-on', on)).code,
        ),
      ),
    );
    expect(exits).toEqual([0, 1, 0]);
  });

  test('--output writes the report to a file and nothing to stdout', async () => {
    const file = path.join(home, 'report.json');
    const { stdout } = await withPatient('healthy', (args) =>
      check(...args, '--json', '--output', file),
    );
    expect(stdout).toBe('');
    expect((JSON.parse(await readFile(file, 'utf8')) as Report).schema).toBe('unblank.report/1');
  });
});

describe('unblank check without a target', () => {
  test('reads the given home only, offline contacts nobody, and no secret comes out', async () => {
    const own = await mkdtemp(path.join(tmpdir(), 'unblank-profile-'));
    const entry = {
      url: 'https://mcp.acme.example/mcp',
      headers: { Authorization: 'Bearer sk-planted-1' },
    };
    await writeFile(
      path.join(own, '.claude.json'),
      JSON.stringify({ mcpServers: { acme: entry } }),
    );
    const { code, stdout } = await cli.run([
      'check',
      '--home',
      own,
      '--os',
      'linux',
      '--offline',
      '--json',
    ]);
    await rm(own, { recursive: true });
    const report = JSON.parse(stdout) as Report;
    expect(report.targets.map((one) => [one.url, one.rootCause, one.trace])).toEqual([
      ['https://mcp.acme.example/mcp', 'F112', []],
    ]);
    expect(stdout).not.toContain('planted');
    expect(code).toBe(1);
  });

  test('an empty home is no fault: it says so and what to do', async () => {
    const own = await mkdtemp(path.join(tmpdir(), 'unblank-empty-'));
    const { code, stdout } = await cli.run(['check', '--home', own, '--os', 'darwin']);
    await rm(own, { recursive: true });
    expect(stdout).toContain('unblank demo');
    expect(code).toBe(0);
  });

  test.each([
    ['empty', async (file: string) => writeFile(file, '')],
    ['broken', async (file: string) => writeFile(file, '{"mcpServers": {')],
    ['not an object', async (file: string) => writeFile(file, '[1, 2]')],
    ['binary', async (file: string) => writeFile(file, Buffer.from([0xff, 0xfe, 0, 1, 2]))],
    ['a folder', async (file: string) => void (await mkdir(file))],
    ['huge', async (file: string) => writeFile(file, ' '.repeat(10 * 1024 * 1024 + 1))],
  ])('a configuration that is %s ends in a report, not in a crash', async (_, make) => {
    const own = await mkdtemp(path.join(tmpdir(), 'unblank-config-'));
    await make(path.join(own, '.claude.json'));
    const { code, stdout, stderr } = await cli.run([
      'check',
      '--home',
      own,
      '--os',
      'linux',
      '--json',
    ]);
    await rm(own, { recursive: true });
    const report = JSON.parse(stdout) as Report;
    const said =
      report.machine.configs.some((one) => one.state !== 'ok') || report.notExamined.length > 0;
    expect(said || report.machine.findings.length > 0).toBe(true);
    expect([0, 1]).toContain(code);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

describe('bad input is a sentence and exit 2', () => {
  test.each([
    [['check', 'ftp://example.com/x'], 'begins with ftp://'],
    [['check', 'mcp.example.com/mcp'], 'Did you mean https://mcp.example.com/mcp?'],
    [['check', 'https://user:secret@example.com/mcp'], 'user name or password'],
    [['check', 'nothing-of-that-name', '--home', '.'], 'No configured server is called'],
    [['check', '--home', './no-such-folder'], 'there is no folder'],
    [['check', '--client', 'netscape'], 'There is no client'],
    [['check', '--connect-to', 'nonsense', 'https://example.com/mcp'], 'HOST:PORT:HOST2:PORT2'],
    [['check', '--cacert', 'package.json', 'https://example.com/mcp'], 'no PEM certificate'],
    [['explain', 'F9999'], 'no failure mode'],
    [['chekc'], 'Did you mean check'],
  ])('%j', async (args, sentence) => {
    const { code, stdout, stderr } = await cli.run(args);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toContain('secret');
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });

  test.each([
    ['https://no-such-host.invalid/mcp', 'F14'],
    ['http://127.0.0.1:1/mcp', 'F14'],
  ])('%s cannot be reached: a finding, exit 1', async (url, rootCause) => {
    const { code, stdout } = await check(url, '--json');
    expect((JSON.parse(stdout) as Report).targets[0]?.rootCause).toBe(rootCause);
    expect(code).toBe(1);
  });

  test('C9: a certificate that nobody trusts is a finding, never passed over', async () => {
    const patient = await startPatient('healthy', { tls: true, host: 'mcp.acme.example' });
    const connect = patient.connectTo.flatMap((one) => ['--connect-to', one]);
    const { stdout } = await check(patient.url, ...connect, '--json');
    await patient.close();
    expect((JSON.parse(stdout) as Report).targets[0]?.rootCause).toBe('F10');
  });
});

describe('unblank demo, explain, --version', () => {
  test('the demo shows the case of claude-code#11814 and leaves nothing behind', async () => {
    const { code, stdout } = await cli.run(['demo', '--json'], { TMPDIR: home });
    const report = JSON.parse(stdout) as Report;
    const [target] = report.targets;
    expect(target?.rootCause).toBe('F23');
    expect(
      Object.fromEntries(target?.verdicts.map((one) => [one.client, one.outcome]) ?? []),
    ).toMatchObject({
      'claude-hosted': 'blocked',
      'claude-code': 'works',
      'mcp-remote': 'works',
    });
    expect(target?.names.map((one) => one.client)).toContain('claude-code');
    expect(await demoFolders()).toEqual([]);
    expect(code).toBe(0);
  });

  test('a reader that goes away is no fault, and the demo still cleans up', async () => {
    const { code, stderr } = await cli.run(['demo'], { TMPDIR: home }, 'leaves');
    expect(stderr).not.toMatch(/mistake|EPIPE/);
    expect(await demoFolders()).toEqual([]);
    expect(code).toBe(0);
  });

  test('explain shows the page of a code', async () => {
    const { code, stdout } = await cli.run(['explain', 'f23']);
    expect(stdout).toContain('What to do');
    expect(stdout).toContain('https://github.com/anthropics/claude-code/issues/11814');
    expect(code).toBe(0);
  });

  test('--version is one line', async () => {
    expect((await cli.run(['--version'])).stdout).toMatch(/^unblank \d+\.\d+\.\d+\n$/);
  });
});
