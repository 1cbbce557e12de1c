/**
 * The check of the bundles: what is in them is read from their metafiles, so it proves what the
 * linter only says about sources. `tsx build/check-bundles.ts` prints a line for each bundle and
 * exits 1 where something is wrong.
 */
import type { Metafile } from 'esbuild';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { META_FOLDER, ROOT } from './build.ts';
import { BUNDLES, type Bundle } from './bundles.ts';
import { judgeImport, layerOf, packageOf } from './judge-import.mjs';

export interface BundleCheck {
  readonly name: string;
  /** Bytes of all its scripts together. */
  readonly size: number;
  readonly budget: number | null;
  /** Bytes of the scripts that are loaded before anything is asked for. */
  readonly initial: number;
  /** Sentences about what is wrong; empty where nothing is. */
  readonly failures: readonly string[];
}

/**
 * Checks one bundle against its row of the table and the layer table.
 * @param bundle the row
 * @param metafile what esbuild says about it
 */
export function checkBundle(bundle: Bundle, metafile: Metafile): BundleCheck {
  const scripts = Object.keys(metafile.outputs).filter((file) => /\.[cm]?js$/.test(file));
  const initial = initialScripts(bundle, metafile);
  const size = sizeOf(metafile, scripts);
  const atStart = sizeOf(metafile, [...initial]);
  const failures = [
    ...inputsOf(metafile, scripts).flatMap((file) => judgeInput(bundle, file)),
    ...judgeImports(metafile),
    ...judgeLazy(bundle, metafile, initial),
    ...judgeBudget(bundle, atStart),
  ];
  const { name, budget } = bundle;
  return { name, size, budget, initial: atStart, failures };
}

/** The entries and everything they import without being asked. */
function initialScripts(bundle: Bundle, metafile: Metafile): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    for (const one of metafile.outputs[file]?.imports ?? [])
      if (one.external !== true && one.kind !== 'dynamic-import') visit(one.path);
  };
  const extension = bundle.options.outExtension?.['.js'] ?? '.js';
  for (const name of Object.keys(bundle.entries)) visit(`${bundle.folder}/${name}${extension}`);
  return found;
}

function sizeOf(metafile: Metafile, files: readonly string[]): number {
  return files.reduce((sum, file) => sum + (metafile.outputs[file]?.bytes ?? 0), 0);
}

/** Sources of which at least a byte is in one of the outputs. */
function inputsOf(metafile: Metafile, outputs: Iterable<string>): readonly string[] {
  const inputs = [...outputs].flatMap((file) =>
    Object.entries(metafile.outputs[file]?.inputs ?? {}),
  );
  return [...new Set(inputs.filter(([, part]) => part.bytesInOutput > 0).map(([file]) => file))];
}

function judgeInput(bundle: Bundle, file: string): readonly string[] {
  if (isPackage(file) || isDefined(file)) return [];
  const layer = layerOf(file)?.name ?? 'no layer';
  if (bundle.layers.includes(layer)) return [];
  return [`${bundle.name} holds ${file} (${layer}); it may hold: ${bundle.layers.join(', ')}.`];
}

/** Every import of our own sources, held against the layer table by the linter's own judge. */
function judgeImports(metafile: Metafile): readonly string[] {
  const own = Object.entries(metafile.inputs).filter(([file]) => !isPackage(file));
  return own.flatMap(([file, { imports }]) =>
    imports.flatMap((one) => {
      if (isDefined(one.path)) return [];
      const problem = judgeImport(file, specifierOf(file, one), []);
      return problem === null ? [] : [`${file}: ${problem}`];
    }),
  );
}

function specifierOf(file: string, one: Metafile['inputs'][string]['imports'][number]): string {
  if (one.external === true) return one.original ?? one.path;
  if (isPackage(one.path)) return packageOf(one.path.replace(/^.*node_modules\//, ''));
  // As the judge wants it: from the file, with a leading dot.
  const relative = path.posix.relative(path.posix.dirname(file), one.path);
  return relative.startsWith('.') ? relative : `./${relative}`;
}

/** What must wait for being asked for is in no script that is loaded at the start. */
function judgeLazy(
  bundle: Bundle,
  metafile: Metafile,
  initial: ReadonlySet<string>,
): readonly string[] {
  const external = [...initial].flatMap((file) =>
    (metafile.outputs[file]?.imports ?? []).filter((one) => one.kind !== 'dynamic-import'),
  );
  const early = [...inputsOf(metafile, initial), ...external.map((one) => one.path)];
  const found = early.filter((file) => bundle.lazy.some((one) => file.startsWith(one)));
  return found.map((file) => `${bundle.name} loads ${file} at its start; import() it on demand.`);
}

/** The budget is for what a start has to read; what is loaded on demand costs no start. */
function judgeBudget(bundle: Bundle, size: number): readonly string[] {
  if (bundle.budget === null || size <= bundle.budget) return [];
  return [
    `${bundle.name} loads ${kilobytes(size)} at its start, over its ${kilobytes(bundle.budget)}.`,
  ];
}

function isPackage(file: string): boolean {
  return file.includes('node_modules/');
}

/** A value that the bundler put in (`define`), which esbuild lists as a file and as an import. */
function isDefined(file: string): boolean {
  return file.startsWith('<define:');
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`;
}

/**
 * Checks every bundle that was built.
 * @param root folder of the repository
 * @throws Error where a bundle was not built
 */
export async function checkBundles(root: string = ROOT): Promise<readonly BundleCheck[]> {
  return Promise.all(
    BUNDLES.map(async (bundle) => {
      const file = path.join(root, META_FOLDER, `${bundle.name}.json`);
      const text = await readFile(file, 'utf8').catch(() => {
        throw new Error(`${bundle.name} was not built. Run npm run build first.`);
      });
      return checkBundle(bundle, JSON.parse(text) as Metafile);
    }),
  );
}

/** One line of the table: `name  size  budget`, and what is loaded at the start. */
export function describeCheck(check: BundleCheck): string {
  const budget = check.budget === null ? 'no budget' : kilobytes(check.budget);
  const sizes = `${kilobytes(check.size).padStart(10)}  ${budget.padStart(10)}`;
  return `${check.name.padEnd(9)}${sizes}  at start ${kilobytes(check.initial)}`;
}

async function main(): Promise<void> {
  const checks = await checkBundles();
  for (const check of checks) console.log(describeCheck(check));
  const failures = checks.flatMap((check) => check.failures);
  for (const failure of failures) console.error(failure);
  process.exitCode = failures.length > 0 ? 1 : 0;
}

if (process.argv[1] === import.meta.filename)
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  });
