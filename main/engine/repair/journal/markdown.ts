import type { DiffLine, FileChange, JournalEntry } from '../../../contract/repair.ts';
import { redactText } from '../../redact/text.ts';

const STATES: Readonly<Record<JournalEntry['state'], string>> = {
  unfinished: 'interrupted',
  applied: 'applied',
  undone: 'undone',
  'changed-since': 'applied, and the file was changed since',
  wiped: 'applied, and written over since',
  failed: 'failed; nothing was changed',
};
const RESULTS: Readonly<Record<JournalEntry['checks'][number]['result'], string>> = {
  gone: 'gone',
  'still-there': 'still there',
  worse: 'worse',
  'not-seen': 'not seen',
};
const SIGNS: Readonly<Record<DiffLine['kind'], string>> = {
  same: ' ',
  removed: '-',
  added: '+',
  gap: '@',
};

/**
 * The journal for the team: what was wrong, what was changed, what was checked, how to undo it. Masked
 * once more, the home folder as `~`: it is made to be given away (safety H6).
 * @param home of the user
 */
export function journalMarkdown(entries: readonly JournalEntry[], home: string): string {
  const atHome = (text: string): string => (home.length > 1 ? text.replaceAll(home, '~') : text);
  const parts = entries.map((one) => redactText(atHome(entryText(one))));
  return `${['# Changes made by Unblank', ...parts].join('\n\n')}\n`;
}

function entryText(entry: JournalEntry): string {
  const { title, at, server, code, state, checks, evidence, changes } = entry;
  const facts = [
    `- When: ${at}`,
    ...(server === null ? [] : [`- Server: ${inline(server)}`]),
    ...(code === null ? [] : [`- Finding: ${code}`]),
    `- State: ${STATES[state]}`,
  ];
  return [
    `## ${oneLine(title)}`,
    facts.join('\n'),
    ...section(
      'What was seen',
      evidence.map((line) => `- ${inline(line)}`),
    ),
    ...section('What was changed', changes.map(changeText), '\n\n'),
    ...section(
      'What was checked',
      checks.map(
        ({ what, result, says }) => `- ${oneLine(what)}: ${RESULTS[result]}. ${oneLine(says)}`,
      ),
    ),
    ...section('How to undo', [undoText(entry)]),
  ].join('\n\n');
}

function section(title: string, lines: readonly string[], between = '\n'): readonly string[] {
  return lines.length === 0 ? [] : [`### ${title}`, lines.join(between)];
}

function undoText({ undoable, undoneBy, id }: JournalEntry): string {
  if (undoneBy !== null) return 'It was undone.';
  if (!undoable) return 'Unblank cannot undo it.';
  return `\`unblank undo ${id}\` brings the exact bytes back, on the machine where it was made.`;
}

function changeText({ file, leadsTo, what, lines, notes }: FileChange): string {
  const led = leadsTo === null ? '' : ` (a link to ${inline(leadsTo)})`;
  const diff = lines.map(({ kind, text, maskedChange }) => {
    return `${SIGNS[kind]}${text}${maskedChange ? '   (what differs is hidden)' : ''}`;
  });
  const fence = fenceFor(diff);
  const shown = diff.length === 0 ? [] : [`${fence}diff\n${diff.join('\n')}\n${fence}`];
  return [`${inline(file)}${led}, ${what}:`, ...shown, ...notes.map(oneLine)].join('\n\n');
}

/** Longer than any run of backticks within. */
function fenceFor(lines: readonly string[]): string {
  const runs = lines.flatMap((line) => line.match(/`+/g) ?? []).map((run) => run.length);
  return '`'.repeat(Math.max(3, 1 + Math.max(0, ...runs)));
}

/** Text from files and servers must not be read as Markdown. */
function inline(text: string): string {
  const line = oneLine(text);
  const fence = '`'.repeat(1 + Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length)));
  return `${fence}${line.startsWith('`') || line.endsWith('`') ? ` ${line} ` : line}${fence}`;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ');
}
