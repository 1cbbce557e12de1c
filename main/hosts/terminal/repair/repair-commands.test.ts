import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { builtCli, type Ended } from '../../../../e2e/testing/built-cli.ts';
import type { JournalEntry, Preview } from '../../../contract/repair.ts';

const PLANTED = 'planted-Zx81-0f3c9a7b5d2e4f6a';
/** What is wrong: `acme` has no type (F112). Everything else is as only a person writes it. */
const BROKEN = `{
\t"numStartups": 7,
\t"mcpServers": {
\t\t"acme": {
\t\t\t"url": "https://mcp.acme.example/mcp"
\t\t},
\t\t"other": { "type": "http", "url": "https://other.example/mcp", "headers": { "X-Key": "${PLANTED}" } }
\t}
}
`;
const MENDED = BROKEN.replace('/mcp"\n', '/mcp",\n\t\t\t"type": "http"\n');

let cli: Awaited<ReturnType<typeof builtCli>>;
let home = '';
let file = '';
beforeAll(async () => {
  cli = await builtCli();
}, 30_000);
afterAll(() => cli.remove());
beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'unblank-home-'));
  file = path.join(home, '.claude.json');
  await writeFile(file, BROKEN);
  await chmod(file, 0o600);
});
afterEach(() => rm(home, { recursive: true }));

const run = (command: string, ...args: string[]): Promise<Ended> =>
  cli.run([command, ...args, '--home', home, '--os', 'linux']);
const now = () => readFile(file, 'utf8');
const json = <T>({ stdout }: Ended) => JSON.parse(stdout) as T;

interface Fixed {
  readonly preview: Preview;
  readonly result: { readonly kind: string } | null;
}
const fixIt = () => run('fix', 'F112', '--offline', '--yes');

describe('unblank fix', () => {
  test('without a name it lists what can be repaired, each with the command that shows it', async () => {
    const { code, stdout, stderr } = await run('fix', '--offline');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Add the missing type to “acme”');
    expect(stdout).toMatch(/unblank fix [a-z-]+-[0-9a-f]{8}/);
  });

  test('--dry-run shows the diff and changes nothing', async () => {
    const { code, stdout } = await run('fix', 'F112', '--offline', '--dry-run');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ *\d+ \+ {13}"type": "http"$/m);
    expect([await now(), stdout.includes(PLANTED.slice(0, 12))]).toEqual([BROKEN, false]);
    await expect(stat(path.join(home, '.local'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('K5: without --yes and without a terminal it shows the plan, refuses, and exits 2', async () => {
    const { code, stdout, stderr } = await run('fix', 'F112', '--offline');
    expect(code).toBe(2);
    expect(stdout).toContain('"type": "http"');
    expect(stderr).toContain('add --yes');
    expect(await now()).toBe(BROKEN);
  });

  test('G1, G11: --yes changes that one line, looks again, and undo brings the exact bytes back', async () => {
    const fixed = await fixIt();
    expect([fixed.code, fixed.stderr]).toEqual([0, '']);
    expect(fixed.stdout).toContain('Done');
    expect(await now()).toBe(MENDED);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await run('undo', '--yes')).code).toBe(0);
    expect(await now()).toBe(BROKEN);
  });

  test('K2: with --json stdout is one document, and people read stderr', async () => {
    const ended = await run('fix', 'F112', '--offline', '--yes', '--json');
    const { preview, result } = json<Fixed>(ended);
    expect([result?.kind, preview.blocked, preview.asks]).toEqual(['done', [], []]);
    expect(ended.stderr).toContain('"type": "http"');
    expect(`${ended.stdout}${ended.stderr}`).not.toContain(PLANTED.slice(0, 12));
  });

  test('what names no fix, and an answer that nothing asked for, are wrong use in one sentence', async () => {
    const [none, strange] = await Promise.all([
      run('fix', 'F1', '--offline'),
      run('fix', 'F112', '--offline', '--set', 'color=red'),
    ]);
    expect([none.code, strange.code]).toEqual([2, 2]);
    expect(none.stderr).toContain('No fix is offered here under F1.');
    expect(strange.stderr).toContain('not for color');
  });
});

describe('unblank undo', () => {
  test('with nothing to undo it says so', async () => {
    const { code, stderr } = await run('undo', '--yes');
    expect([code, stderr.includes('There is no change to undo')]).toEqual([2, true]);
  });

  test('what was edited since is shown as what would be lost, and can be had back', async () => {
    await fixIt();
    const edited = MENDED.replace('"type": "http"\n', '"type": "sse"\n');
    await writeFile(file, edited);
    const { stdout } = await run('undo', '--dry-run');
    expect(stdout).toMatch(/^ *\d+ - +"type": "sse"$/m);
    expect(stdout).toContain('This file was changed after Unblank wrote it.');
    expect([(await run('undo', '--yes')).code, await now()]).toEqual([0, BROKEN]);
    await run('restore', 'latest', '--yes');
    expect(await now()).toBe(edited);
  });
});

describe('unblank journal', () => {
  test('lists what was done, and keeps it as Markdown without a home or a secret in it', async () => {
    await fixIt();
    const { entries } = json<{ entries: JournalEntry[] }>(await run('journal', '--json'));
    expect(entries.map(({ state, undoable }) => [state, undoable])).toEqual([['applied', true]]);
    const kept = path.join(home, 'kept.md');
    expect((await run('journal', '--markdown', '--output', kept)).code).toBe(0);
    const text = await readFile(kept, 'utf8');
    expect(text).toContain('"type": "http"');
    expect([text.includes(PLANTED.slice(0, 12)), text.includes(home)]).toEqual([false, false]);
  });

  test('G11: --recheck notices that the file was written anew, exits 1, and --finish brings it back', async () => {
    await fixIt();
    await writeFile(file, BROKEN);
    const { code, stdout } = await run('journal', '--recheck', '--json');
    const [entry] = (JSON.parse(stdout) as { entries: JournalEntry[] }).entries;
    expect([code, entry?.state]).toEqual([1, 'wiped']);
    expect((await run('journal', '--finish', entry?.id ?? '', '--yes')).code).toBe(0);
    expect(await now()).toBe(MENDED);
  });
});

describe('unblank backup and restore', () => {
  test('G12, G15: one command keeps the files, another brings one back byte by byte', async () => {
    const made = await run('backup');
    expect([made.code, made.stdout.includes('Backed up: 1 file')]).toEqual([0, true]);
    await writeFile(file, '{}');
    const listed = await run('backup', '--list');
    expect(listed.stdout).toContain('another on the disk now');
    const dry = await run('restore', 'latest', '--dry-run');
    expect([dry.code, dry.stdout.includes('acme'), await now()]).toEqual([0, true, '{}']);
    expect((await run('restore', 'latest', '--yes')).code).toBe(0);
    expect(await now()).toBe(BROKEN);
    expect((await run('undo', '--yes')).code).toBe(0);
    expect(await now()).toBe('{}');
  });

  test('a backup that is not there is named, and nothing is written', async () => {
    const { code, stderr } = await run('restore', 'never-made', '--yes');
    expect([code, stderr.includes('There is no backup never-made.')]).toEqual([2, true]);
  });
});

describe('unblank bundle', () => {
  test('H10, H12: shown entry by entry, saved only after a yes, and clean', async () => {
    const zip = path.join(home, 'for-support.zip');
    const asked = await run('bundle', '--offline', '--output', zip);
    expect(asked.code).toBe(2);
    await expect(stat(zip)).rejects.toMatchObject({ code: 'ENOENT' });
    const shown = await run('bundle', '--offline', '--show', 'report.json');
    expect(JSON.parse(shown.stdout)).toMatchObject({ schema: 'unblank.report/1' });
    expect((await run('bundle', '--offline', '--output', zip, '--yes')).code).toBe(0);
    expect((await stat(zip)).size).toBeGreaterThan(1000);
    expect(shown.stdout).not.toContain(PLANTED.slice(0, 12));
    expect((await readFile(zip)).includes(PLANTED)).toBe(false);
  });
});
