import type { Preview } from '../../../contract/repair.ts';
import { visible } from '../../../engine/redact/visible.ts';
import type { Applied, Confirm, RepairCall } from '../../../engine/repair/repairs.ts';
import { EXIT } from '../exit-codes.ts';
import { appliedText, exitCodeOfApplied } from './applied-text.ts';
import { previewText } from './preview-text.ts';
import { asDocument, type ChangeOptions, type RepairTerminal } from './repair-host.ts';

/** A plan, and who carries it out. */
export interface Plan {
  /** Of the document of `--json`, `unblank.fix/1`. */
  readonly schema: string;
  readonly preview: Preview;
  readonly apply: (ticket: string, confirm: Confirm, call: RepairCall) => Promise<Applied>;
}

/**
 * Shows a plan and carries it out: `--dry-run` ends behind the preview; without `--yes` a person is
 * asked, and where there is none it refuses (safety K5). One document on stdout (K2).
 * @returns the exit code
 */
export async function carryOut(
  plan: Plan,
  options: ChangeOptions,
  terminal: RepairTerminal,
): Promise<number> {
  const { preview, schema } = plan;
  show(preview, options, terminal);
  const finish = (result: Applied | null, exit: number): number => {
    if (options.json) terminal.out(asDocument(schema, { preview, result }));
    return exit;
  };
  if (options.dryRun || !hasChange(preview)) return finish(null, EXIT.ok);
  if (preview.blocked.length > 0) return finish(null, EXIT.incomplete);
  // SECURITY: K5
  if (!options.yes && terminal.ask === null) {
    terminal.say(`${NOBODY}\n`);
    return finish(null, EXIT.usage);
  }
  const applied = await plan.apply(preview.ticket, confirmOn(options, terminal), terminal.call);
  terminalWrite(appliedText(applied, styleFor(options, terminal)), options, terminal);
  const isStopped = applied.kind === 'not-done' && terminal.call.signal.aborted;
  return finish(applied, isStopped ? EXIT.incomplete : exitCodeOfApplied(applied));
}

const NOBODY = 'Nothing was changed: nobody can be asked here. To do what stands above, add --yes.';

/** Some plans only tell what to do; there is nothing to confirm. */
function hasChange({ steps }: Preview): boolean {
  return steps.some(({ kind }) => kind === 'change');
}

function show(preview: Preview, options: ChangeOptions, terminal: RepairTerminal): void {
  terminalWrite(previewText(preview, styleFor(options, terminal)), options, terminal);
}

/** With `--json` stdout is the document, and people read stderr (K2). */
function terminalWrite(text: string, options: ChangeOptions, terminal: RepairTerminal): void {
  if (options.json) terminal.say(text);
  else terminal.out(text);
}

function styleFor({ json }: ChangeOptions, { style, sayStyle }: RepairTerminal) {
  return json ? sayStyle : style;
}

/** The last question, on the terminal; `--yes` has answered it. */
// SECURITY: G1
function confirmOn({ yes }: ChangeOptions, { ask, say, call }: RepairTerminal): Confirm {
  return async ({ title, lines, yes: doIt }) => {
    if (yes) return true;
    if (ask === null || call.signal.aborted) return false;
    say(`\n${[title, ...lines.map((one) => `  ${one}`)].map((one) => visible(one)).join('\n')}\n`);
    return /^y(es)?$/i.test((await ask(`${visible(doIt)}? [y/N] `)).trim());
  };
}
