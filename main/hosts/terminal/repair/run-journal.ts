import { AppError } from '../../../contract/errors.ts';
import type { JournalEntry } from '../../../contract/repair.ts';
import { EXIT } from '../exit-codes.ts';
import { writeOutput } from '../write-output.ts';
import { carryOut } from './carry-out.ts';
import { journalText } from './journal-text.ts';
import { asDocument, type ChangeOptions, type RepairHost } from './repair-host.ts';
import { entryOf } from './run-undo.ts';

/** The options of `unblank journal` as the parser hands them over. */
export interface JournalOptions extends ChangeOptions {
  readonly markdown?: boolean;
  readonly output?: string;
  readonly finish?: string;
  readonly recheck?: boolean;
}

/**
 * `unblank journal`: what was done; looks again at it, goes on with what was interrupted or wiped, or
 * exports it.
 * @param ids entries to show; none means all
 * @returns the exit code: 1 where a change did not stay, 3 where one is unfinished
 * @throws AppError `bad-option` for ids and options that do not go together
 */
export async function runJournal(
  ids: readonly string[],
  options: JournalOptions,
  host: RepairHost,
): Promise<number> {
  mustFit(ids, options);
  const { repairs } = host;
  if (options.finish !== undefined) return finish(options.finish, options, host);
  const all = await (options.recheck ? repairs.recheck(host.call) : repairs.journal());
  const entries = ids.length === 0 ? all : ids.map((one) => entryOf(one, all));
  const text = options.markdown
    ? await repairs.markdown(ids.length === 0 ? null : entries.map(({ id }) => id))
    : listText(entries, options, host);
  if (options.output === undefined) host.out(text);
  else await writeOutput(options.output, text);
  return exitCodeOf(entries);
}

function mustFit(ids: readonly string[], { finish: id, markdown, json, recheck }: JournalOptions) {
  const others = [markdown && '--markdown', recheck && '--recheck', ids.length > 0 && 'other ids'];
  const [other] = others.filter((one) => typeof one === 'string');
  if (id !== undefined && other !== undefined)
    throw new AppError('bad-option', {
      reason: `--finish is about one change; leave out ${other}.`,
    });
  if (markdown && json)
    throw new AppError('bad-option', { reason: 'Choose one of --markdown and --json.' });
}

function listText(entries: readonly JournalEntry[], options: JournalOptions, host: RepairHost) {
  if (options.json) return asDocument('unblank.journal/1', { entries });
  return journalText(entries, options.output === undefined ? host.style : plainStyle(host));
}

/** A file has no colours. */
function plainStyle({ style }: RepairHost): RepairHost['style'] {
  const same = (text: string): string => text;
  return { ...style, bold: same, dim: same, red: same, yellow: same, green: same };
}

async function finish(id: string, options: JournalOptions, host: RepairHost): Promise<number> {
  const { repairs } = host;
  const entry = entryOf(id, await repairs.journal());
  const preview = await repairs.previewFinish(entry.id);
  const apply: typeof repairs.apply = (...args) => repairs.apply(...args);
  return carryOut({ schema: 'unblank.fix/1', preview, apply }, options, host);
}

function exitCodeOf(entries: readonly JournalEntry[]): number {
  const has = (state: JournalEntry['state']) => entries.some((one) => one.state === state);
  if (has('wiped')) return EXIT.findings;
  return has('unfinished') ? EXIT.incomplete : EXIT.ok;
}
