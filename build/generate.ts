/**
 * `npm run generate`: writes every generated file (build/generate/). Exits 1 where a file does not
 * export what its folder asks for; the rest is written all the same. With `--check` it writes
 * nothing and exits 1 where a file is out of date.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { generatedFiles, type GeneratedFile } from './generate/generated-files.ts';

const root = path.resolve(import.meta.dirname, '..');

async function isCurrent(file: GeneratedFile): Promise<boolean> {
  const before = await readFile(path.join(root, file.path), 'utf8').catch(() => null);
  return before === file.text;
}

async function write(file: GeneratedFile): Promise<void> {
  const target = path.join(root, file.path);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, file.text);
  console.log(`wrote ${file.path}`);
}

/** @returns sentences about what is wrong */
async function run(check: boolean): Promise<string[]> {
  const files = await generatedFiles(root);
  const current = await Promise.all(files.map(isCurrent));
  const old = files.filter((_, at) => current[at] !== true);
  const problems = files.flatMap((file) => file.problems);
  if (check) return [...problems, ...old.map((file) => `${file.path} is out of date.`)];
  await Promise.all(old.map(write));
  return problems;
}

const check = process.argv.includes('--check');
const problems = await run(check);
for (const problem of problems) console.error(problem);
if (check && problems.length > 0) console.error('Run npm run generate, and commit what it wrote.');
process.exitCode = problems.length > 0 ? 1 : 0;
