/**
 * `npm run build`: writes the generated files, bundles everything in parallel and prints the sizes.
 * What can go wrong ends in the bundler's own lines and exit code 1.
 */
import { build as bundle, formatMessages, type BuildFailure, type Metafile } from 'esbuild';
import { spawn } from 'node:child_process';
import { chmod, copyFile, mkdir, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { BUNDLES, type Bundle } from './bundles.ts';

export const ROOT = path.resolve(import.meta.dirname, '..');
/** Where the metafile of each bundle lies, from the root of the repository. */
export const META_FOLDER = 'dist/meta';
/** Written last: a build that broke off leaves none, or an old one. */
const STAMP = `${META_FOLDER}/stamp`;
const SOURCES = ['main', 'preload', 'renderer', 'build', 'package.json', 'package-lock.json'];

export interface BuiltFile {
  /** From the root of the repository. */
  readonly path: string;
  readonly bytes: number;
}

/**
 * True where a whole build is there and no source is newer. Compares times of change, not contents:
 * a needless build costs a second or two, a missed one cannot happen.
 * @param root folder of the repository
 */
export async function isBuilt(root: string = ROOT): Promise<boolean> {
  const stamp = await timeOf(path.join(root, STAMP));
  if (stamp === null) return false;
  const newest = await Promise.all(SOURCES.map((one) => newestIn(path.join(root, one))));
  return Math.max(...newest) < stamp;
}

/**
 * Builds every bundle of the table into dist.
 * @param root folder of the repository
 * @returns the written files, by bundle in the order of the table
 * @throws esbuild's BuildFailure for a source that does not build; Error where the generator fails
 */
export async function build(root: string = ROOT): Promise<readonly BuiltFile[]> {
  await runGenerator(root);
  const read = new Date();
  const metafiles = await Promise.all(BUNDLES.map((one) => buildOne(root, one)));
  const copied = BUNDLES.flatMap((one) => one.copies.map((file) => copyPath(one, file)));
  const written = metafiles.flatMap((one) => Object.keys(one.outputs));
  await removeOthers(root, new Set([...written, ...copied]));
  await writeFile(path.join(root, STAMP), '');
  // The time of reading: what was changed while we built is newer than it.
  await utimes(path.join(root, STAMP), read, read);
  return Promise.all([...written, ...copied].map((file) => measure(root, file)));
}

async function buildOne(root: string, one: Bundle): Promise<Metafile> {
  const { metafile } = await bundle({
    ...one.options,
    metafile: true,
    absWorkingDir: root,
    entryPoints: { ...one.entries },
    outdir: one.folder,
  });
  await mkdir(path.join(root, META_FOLDER), { recursive: true });
  await writeFile(path.join(root, META_FOLDER, `${one.name}.json`), JSON.stringify(metafile));
  for (const file of one.copies)
    await copyFile(path.join(root, file), path.join(root, copyPath(one, file)));
  if (one.name === 'cli') await chmod(path.join(root, one.folder, 'unblank.js'), 0o755);
  return metafile;
}

function copyPath(one: Bundle, file: string): string {
  return `${one.folder}/${path.posix.basename(file)}`;
}

/** Registries and the published schema first: the bundles read them (build/generate.ts). */
async function runGenerator(root: string): Promise<void> {
  const tsx = path.join(root, 'node_modules/tsx/dist/cli.mjs');
  const child = spawn(process.execPath, [tsx, path.join(root, 'build/generate.ts')], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error('The generated files could not be written (build/generate.ts).');
}

/** Chunks carry a hash in their names, so old ones would stay for ever. Done after the build, so
 * that a running app never misses a file it was started with for longer than it must. */
async function removeOthers(root: string, keep: ReadonlySet<string>): Promise<void> {
  for (const folder of new Set(BUNDLES.map((one) => one.folder))) {
    const names = await readdir(path.join(root, folder));
    const old = names.filter((name) => !keep.has(`${folder}/${name}`));
    await Promise.all(old.map((name) => rm(path.join(root, folder, name), { recursive: true })));
  }
}

async function measure(root: string, file: string): Promise<BuiltFile> {
  return { path: file, bytes: (await stat(path.join(root, file))).size };
}

async function newestIn(place: string): Promise<number> {
  const own = (await timeOf(place)) ?? 0;
  const entries = await readdir(place, { withFileTypes: true }).catch(() => []);
  const seen = entries.filter((one) => one.isDirectory() || !/\.test\.tsx?$/.test(one.name));
  const times = await Promise.all(seen.map((one) => newestIn(path.join(place, one.name))));
  // A folder's own time changes with every file that comes or goes, so removals count too.
  return Math.max(own, ...times);
}

async function timeOf(file: string): Promise<number | null> {
  return stat(file).then(
    (found) => found.mtimeMs,
    () => null,
  );
}

/** The lines for people about a build that failed. */
export async function describeBuildFailure(error: unknown): Promise<string> {
  const errors = (error as Partial<BuildFailure>).errors;
  if (!errors) return error instanceof Error ? error.message : String(error);
  return (await formatMessages(errors, { kind: 'error', color: false })).join('').trimEnd();
}

async function main(): Promise<void> {
  const started = performance.now();
  const files = await build();
  for (const file of files.filter((one) => !one.path.endsWith('.LEGAL.txt')))
    console.log(`${(file.bytes / 1024).toFixed(1).padStart(8)} KB  ${file.path}`);
  console.log(`built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

if (process.argv[1] === import.meta.filename)
  main().catch(async (error: unknown) => {
    console.error(await describeBuildFailure(error));
    process.exitCode = 1;
  });
