import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { comparisonSchema } from '../../../contract/comparison.ts';
import { savedReport } from '../../../engine/compare/testing/saved-report.ts';
import { runCompare } from './run-compare.ts';

const URL_TEXT = 'https://mcp.acme.example/mcp';
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'unblank-compare-'));
  await mkdir(path.join(folder, 'home'));
  await put('home/.claude.json', { mcpServers: { acme: { type: 'http', url: URL_TEXT } } });
});
afterEach(() => rm(folder, { recursive: true }));

async function put(name: string, value: unknown): Promise<string> {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(value));
  return file;
}

/** Runs the command over the made-up home and reads what it wrote. */
async function run(target: string | undefined, files: readonly string[], more: object = {}) {
  const output = path.join(folder, 'out');
  const place = { home: path.join(folder, 'home'), os: 'linux', output } as const;
  const code = await runCompare(target, { ...place, with: files, json: true, ...more });
  const text = await readFile(output, 'utf8');
  return { code, text };
}

function comparisonsIn(text: string) {
  const document = JSON.parse(text) as { schema: string; comparisons: unknown[] };
  expect(document.schema).toBe('unblank.comparison/1');
  return document.comparisons.map((one) => comparisonSchema.parse(one));
}

describe('unblank compare', () => {
  test('exits 1 with the difference that explains a failure, beside a committed file', async () => {
    const file = await put('ci/.mcp.json', { mcpServers: { acme: { url: URL_TEXT } } });
    const { code, text } = await run('acme', [file]);
    expect(code).toBe(1);
    const [comparison] = comparisonsIn(text);
    expect(comparison?.places.map((one) => one.file)).toEqual([
      path.join(folder, 'home/.claude.json'),
      file,
    ]);
    expect(comparison?.explanation).toMatchObject({ end: 'explained', code: 'F112' });
  });

  test('exits 0 where nobody knows of a failure, and says what would explain one', async () => {
    const file = await put('ci/mcp.json', {
      mcpServers: { acme: { type: 'http', url: `${URL_TEXT}/` } },
    });
    const { code, text } = await run(undefined, [file], { json: false });
    expect(code).toBe(0);
    expect(text).toContain('This would explain it');
  });

  test('takes the user’s word for which one works', async () => {
    const file = await put('ci/mcp.json', {
      mcpServers: { acme: { type: 'http', url: `${URL_TEXT}/` } },
    });
    const { code, text } = await run(URL_TEXT, [file], { works: 'A', fails: 'mcp.json' });
    expect(code).toBe(1);
    expect(comparisonsIn(text)[0]?.explanation.code).toBe('F26');
  });

  test('reads a report of another machine', async () => {
    const verdicts = { 'claude-code': 'works', 'claude-hosted': ['blocked', 'F01'] } as const;
    const { report } = savedReport({ url: URL_TEXT, verdicts });
    const { text } = await run('acme', [await put('there.json', report)]);
    const [comparison] = comparisonsIn(text);
    expect(comparison?.places.map(({ kind, client }) => [kind, client])).toEqual([
      ['entry', 'claude-code'],
      ['report', 'claude-code'],
      ['report', 'claude-hosted'],
    ]);
  });

  test('a file that was found already is no second place', async () => {
    const { text } = await run('acme', [path.join(folder, 'home/.claude.json')]);
    expect(comparisonsIn(text)[0]?.explanation.end).toBe('alone');
  });

  test.each([
    [['gone.json'], {}, /is not there/],
    [['home'], {}, /is a folder/],
    [[], { works: 'A' }, /need the name/],
  ])('%j %j is refused with a sentence', async (files, more, words) => {
    const paths = files.map((one) => path.join(folder, one));
    await expect(run(undefined, paths, more)).rejects.toThrow(words);
  });
});
