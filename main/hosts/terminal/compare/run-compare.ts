import { resolve } from 'node:path';
import { AppError } from '../../../contract/errors.ts';
import { COMPARISON_SCHEMA_ID, type Comparison } from '../../../contract/comparison.ts';
import { compareHere, type CompareRequest } from '../../../engine/compare/compare-here.ts';
import { GIVEN_LIMIT, readGiven } from '../../../engine/compare/read-given.ts';
import type { Files } from '../../../engine/ports.ts';
import { RULES } from '../../../engine/run/rules.ts';
import { createFiles } from '../../../platform/files.ts';
import { createNodePorts } from '../../../platform/node-ports.ts';
import { EXIT } from '../exit-codes.ts';
import { interruptible } from '../interruptible.ts';
import type { PlaceOptions } from '../options/add-options.ts';
import { readPlace } from '../options/read-options.ts';
import { terminalStyle } from '../report/terminal-style.ts';
import { writeOutput } from '../write-output.ts';
import { comparisonsText } from './comparison-text.ts';

/** The options of `unblank compare` as the parser hands them over. */
export interface CompareOptions extends PlaceOptions {
  readonly with: readonly string[];
  readonly works?: string;
  readonly fails?: string;
  readonly json?: boolean;
  readonly output?: string;
}

/**
 * `unblank compare`: reads only, contacts nobody.
 * @param target name or URL of a server; none for every server that stands in two or more places
 * @returns 1 where a difference explains a failure, else 0
 * @throws AppError for bad names, files and options, each with a sentence
 */
export async function runCompare(
  target: string | undefined,
  options: CompareOptions,
): Promise<number> {
  if (target === undefined && (options.works !== undefined || options.fails !== undefined))
    throw new AppError('bad-option', {
      reason: '--works and --fails need the name or URL of a server.',
    });
  const ports = createNodePorts(await readPlace(options));
  const given = await readAll(options.with, createFiles({ roots: null }));
  const said = { works: options.works ?? null, fails: options.fails ?? null };
  const choice = target === undefined ? ALL : ({ kind: 'typed', text: target } as const);
  const comparisons = await interruptible((signal) =>
    compareHere({ choice, ...given, said }, { ports, modes: RULES.modes, signal }),
  );
  await write(comparisons, options);
  return exitCodeOf(comparisons);
}

const ALL = { kind: 'all' } as const;

/** Exit 1 only for a failure that was seen or told, and a difference that explains it. */
function exitCodeOf(comparisons: readonly Comparison[]): number {
  const isExplained = comparisons.some(({ explanation }) => explanation.end === 'explained');
  return isExplained ? EXIT.findings : EXIT.ok;
}

/** The files that the user named; they may lie anywhere, also beside a copied profile. */
async function readAll(
  paths: readonly string[],
  files: Files,
): Promise<Pick<CompareRequest, 'configs' | 'reports'>> {
  const unique = [...new Set(paths.map((one) => resolve(one)))];
  const read = await Promise.all(
    unique.map(async (file) => ({
      file,
      given: readGiven(file, await files.read(file, GIVEN_LIMIT)),
    })),
  );
  return {
    configs: read.flatMap(({ given }) => (given.kind === 'config' ? [given.config] : [])),
    reports: read.flatMap(({ file, given }) =>
      given.kind === 'report' ? [{ file, report: given.report }] : [],
    ),
  };
}

async function write(
  comparisons: readonly Comparison[],
  { json = false, output }: CompareOptions,
): Promise<void> {
  const style = terminalStyle(output === undefined ? process.stdout : {}, process.env);
  const document = { schema: COMPARISON_SCHEMA_ID, comparisons };
  const text = json
    ? `${JSON.stringify(document, null, 2)}\n`
    : comparisonsText(comparisons, style);
  if (output === undefined) return void process.stdout.write(text);
  await writeOutput(output, text);
}
