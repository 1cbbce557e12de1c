import type { JournalEntry, RepairCheck } from '../../../contract/repair.ts';
import { visible } from '../../../engine/redact/visible.ts';
import type { Applied } from '../../../engine/repair/repairs.ts';
import { EXIT } from '../exit-codes.ts';
import { paragraph } from '../report/paragraph.ts';
import type { TerminalStyle } from '../report/terminal-style.ts';

/** What became of a plan, for people: what happened, what the checks saw, what to do next. */
export function appliedText(applied: Applied, style: TerminalStyle): string {
  if (applied.kind === 'not-done')
    return `${paragraph(`Nothing was changed. ${visible(applied.why)}`, style.width)}\n`;
  if (applied.kind === 'refused') {
    const why = `${style.marks.blocked} Nothing was changed. ${visible(applied.why)}`;
    return `${paragraph(style.red(why), style.width)}\n${paragraph(visible(applied.whatToDo), style.width, 2)}\n`;
  }
  return doneText(applied.entry, style);
}

/** A change that was seen not to help is a finding; one that could not be made is incomplete (K1). */
export function exitCodeOfApplied(applied: Applied): number {
  if (applied.kind === 'refused') return EXIT.incomplete;
  if (applied.kind === 'not-done') return EXIT.ok;
  const { checks, state } = applied.entry;
  if (state === 'failed' || state === 'unfinished') return EXIT.incomplete;
  return checks.some(({ result }) => isWrong(result)) ? EXIT.findings : EXIT.ok;
}

function doneText(entry: JournalEntry, style: TerminalStyle): string {
  const lines = [
    paragraph(`${style.bold('Done.')} ${visible(entry.title)}`, style.width),
    ...entry.checks.map((one) => checkText(one, style)),
    paragraph(visible(entry.next), style.width),
    ...(entry.undoable ? [`Undo: unblank undo ${entry.id}`] : []),
  ];
  return `${lines.filter((one) => one !== '').join('\n')}\n`;
}

/** One check with its mark and its word. */
export function checkText({ what, result, says }: RepairCheck, style: TerminalStyle): string {
  const [mark, word, paint] = WORDS[result];
  const head = `${style[paint](`${style.marks[mark]} ${word}`)}  ${visible(what)}`;
  return [paragraph(head, style.width, 2), paragraph(visible(says), style.width, 4)].join('\n');
}

const WORDS = {
  gone: ['works', 'gone', 'green'],
  'still-there': ['blocked', 'still there', 'red'],
  worse: ['blocked', 'worse', 'red'],
  'not-seen': ['unknown', 'not seen from here', 'dim'],
} as const;

function isWrong(result: RepairCheck['result']): boolean {
  return result === 'still-there' || result === 'worse';
}
