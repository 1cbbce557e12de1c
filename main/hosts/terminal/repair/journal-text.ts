import type { JournalEntry } from '../../../contract/repair.ts';
import { visible } from '../../../engine/redact/visible.ts';
import { paragraph } from '../report/paragraph.ts';
import type { TerminalStyle } from '../report/terminal-style.ts';
import { checkText } from './applied-text.ts';

/** What was done, newest first: what, for which server, which files, how it stands, what to do next. */
export function journalText(entries: readonly JournalEntry[], style: TerminalStyle): string {
  if (entries.length === 0) return 'Nothing was changed by Unblank on this machine yet.\n';
  return `${entries.map((one) => entryText(one, style)).join('\n\n')}\n`;
}

type Paint = 'green' | 'yellow' | 'red' | 'dim';
const STATES: Readonly<Record<JournalEntry['state'], readonly [words: string, paint: Paint]>> = {
  unfinished: ['begun and not ended', 'red'],
  applied: ['applied', 'green'],
  undone: ['undone', 'dim'],
  'changed-since': ['applied, and the file was changed since', 'yellow'],
  wiped: ['wiped: the file was written again without it', 'red'],
  failed: ['failed', 'red'],
};

function entryText(entry: JournalEntry, style: TerminalStyle): string {
  const { id, at, state, code, title, server, changes, checks, next, undoable } = entry;
  const [words, paint] = STATES[state];
  const about = [server === null ? '' : visible(server), code ?? ''].filter((one) => one !== '');
  const facts = [at, id, ...about].join('  ');
  const finish = state === 'unfinished' || state === 'wiped';
  return [
    `${style.bold(visible(title))}  ${style[paint](words)}`,
    paragraph(style.dim(facts), style.width, 2),
    ...changes.map(({ file, what }) => paragraph(`${what}: ${visible(file)}`, style.width, 2)),
    ...checks.map((one) => checkText(one, style)),
    paragraph(visible(next), style.width, 2),
    ...(finish ? [`  Finish it: unblank journal --finish ${id}`] : []),
    ...(undoable ? [`  Undo it: unblank undo ${id}`] : []),
  ].join('\n');
}
