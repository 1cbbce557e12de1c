import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Finding, Report } from '../../../main/contract/report.ts';
import type { builtCli, Ended } from '../../testing/built-cli.ts';
import { withFixHome, type FixHome } from './with-fix-home.ts';
import type { FixCase } from './fix-case.ts';

export type Cli = Awaited<ReturnType<typeof builtCli>>;

/** What became of one set-up. */
export interface FixOutcome {
  readonly name: string;
  /** What the real client said before and after; null where none was asked. */
  readonly before: string | null;
  readonly after: string | null;
  /** The files that the fix changed, with their new text; names of places stand for places. */
  readonly changed: Readonly<Record<string, string | null>>;
  /** Do all files hold their first bytes again after undo? */
  readonly undone: boolean;
}

/** Asks a real client whether it connects; null where only the files are looked at. */
export type Ask = ((one: FixCase, home: FixHome, server: string) => Promise<string>) | null;

/**
 * Breaks a set-up, lets Unblank find and mend it through its command line, and takes it back.
 * @param ask the judge, before and after
 * @throws where Unblank does not find the fault, offers no such fix, or the fix is not applied
 */
export function runFixCase(one: FixCase, cli: Cli, ask: Ask): Promise<FixOutcome> {
  return withFixHome(one, async (home) => {
    const before = ask === null ? null : await ask(one, home, one.serverBefore ?? 'acme');
    // The client may write into its files when it is asked: what it left is what is mended.
    const first = await filesBelow(home.root);
    const id = await offeredFix(one, cli, home);
    const answers = Object.entries(one.answers?.(home.words) ?? {});
    const sets = answers.flatMap(([name, value]) => ['--set', `${name}=${value}`]);
    await succeed(cli, home, ['fix', id, '--yes', ...sets]);
    const fixed = await filesBelow(home.root);
    const after = ask === null ? null : await ask(one, home, one.serverAfter ?? 'acme');
    // What the client wrote when it was asked is set aside, so that the undo of the fix is judged.
    await putBack(home.root, fixed);
    await succeed(cli, home, ['undo', '--yes']);
    const undone = Object.keys(differences(first, await filesBelow(home.root))).length === 0;
    const changed = differences(first, fixed);
    const said = (text: string | null) => (text === null ? null : named(text, home));
    return {
      name: one.name,
      before: said(before),
      after: said(after),
      changed: Object.fromEntries(
        Object.entries(changed).map(([name, text]) => [name, said(text && fromBytes(text))]),
      ),
      undone,
    };
  });
}

async function offeredFix(one: FixCase, cli: Cli, home: FixHome): Promise<string> {
  const { code, fix } = one;
  const { stdout, stderr } = await run(cli, home, ['check', '--json']);
  const { machine, targets } = JSON.parse(stdout || stop(stderr)) as Report;
  const all: readonly Finding[] = [...targets.flatMap((it) => it.findings), ...machine.findings];
  const offered = all.filter((it) => it.code === code).flatMap((it) => it.fixes);
  const found = offered.filter(({ id }) => id.startsWith(fix)).at(one.which ?? 0);
  const codes = all.map((it) => it.code).join(' ');
  const offers = offered.map(({ id }) => id).join(' ');
  return found?.id ?? stop(`no fix “${fix}” for ${code}; found ${codes}; offered ${offers}`);
}

async function succeed(cli: Cli, home: FixHome, args: readonly string[]): Promise<void> {
  const { code, stdout, stderr } = await run(cli, home, args);
  if (code !== 0) stop(`unblank ${args.join(' ')} ended with ${code}: ${stderr}${stdout}`);
}

function run(cli: Cli, { home, project, env }: FixHome, args: readonly string[]): Promise<Ended> {
  return cli.run([...args, '--project', project], { HOME: home, ...env });
}

function stop(why: string): never {
  throw new Error(why);
}

type Files = Readonly<Record<string, string>>;

/** What lies below a folder, besides what Unblank keeps for itself and clients keep of a run. */
async function filesBelow(root: string): Promise<Files> {
  const names = await readdir(root, { recursive: true, withFileTypes: true });
  const files = names
    .filter((one) => one.isFile())
    .map((one) => path.join(one.parentPath, one.name))
    .filter((file) => !OWN.test(path.relative(root, file)));
  const texts = await Promise.all(files.map((file) => readFile(file, 'latin1')));
  return Object.fromEntries(files.map((file, at) => [path.relative(root, file), texts[at]!]));
}
const OWN = /^home\/(?:\.local|\.cache|\.claude\/(?!settings\.json|\.credentials\.json))/u;

function differences(one: Files, two: Files): Record<string, string | null> {
  const names = [...new Set([...Object.keys(one), ...Object.keys(two)])].toSorted();
  const differing = names.filter((name) => one[name] !== two[name]);
  return Object.fromEntries(differing.map((name) => [name, two[name] ?? null]));
}

async function putBack(root: string, files: Files): Promise<void> {
  const now = await filesBelow(root);
  for (const name of Object.keys(now)) if (!(name in files)) await rm(path.join(root, name));
  for (const [name, text] of Object.entries(files))
    if (now[name] !== text) await writeFile(path.join(root, name), text, 'latin1');
}

/** With names for the places that are others in every run. */
function named(text: string, { renaming }: FixHome): string {
  return renaming.reduce((all, [from, to]) => all.replaceAll(from, to), text);
}

/** Files are compared by their bytes and shown as text. */
function fromBytes(text: string): string {
  return Buffer.from(text, 'latin1').toString();
}
