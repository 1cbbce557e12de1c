import type { WatchEnd, WatchOutcome } from '../../../contract/watch.ts';
import { visible } from '../../../engine/redact/visible.ts';
import type { WatchResult } from '../../../engine/watch/watch-request.ts';
import { block, paragraph } from '../report/paragraph.ts';
import type { Marks, TerminalStyle } from '../report/terminal-style.ts';
import { watchLine } from './watch-line.ts';

const OUTCOMES: Readonly<Record<WatchOutcome, readonly [mark: keyof Marks, word: string]>> = {
  connected: ['works', 'Connected'],
  'needs-sign-in': ['at-risk', 'Needs a sign-in'],
  failed: ['blocked', 'Failed'],
  stopped: ['unknown', 'No attempt ended'],
};

/**
 * How watching ended, for a person: what happened, the failure mode, what to do first, and the lines
 * of the log behind it.
 * @param isTold true where the live lines stand just above on the same terminal
 */
export function watchText(
  { end, news }: Pick<WatchResult, 'end' | 'news'>,
  style: TerminalStyle,
  isTold: boolean,
): string {
  const told = isTold ? '' : news.map((one) => watchLine(one, style)).join('\n');
  const sections = [told, headText(end, style), linesText(end, style)];
  return `${sections.filter((one) => one !== '').join('\n\n')}\n`;
}

function headText(end: WatchEnd, style: TerminalStyle): string {
  const [mark, word] = OUTCOMES[end.outcome];
  const paint = { connected: style.green, 'needs-sign-in': style.yellow, failed: style.red }[
    end.outcome === 'stopped' ? 'needs-sign-in' : end.outcome
  ];
  const head = `${paint(style.marks[mark])} ${style.bold(word)}: ${visible(end.headline)}`;
  const cause = end.code === null ? [] : [`${end.code}  ${style.bold(end.title ?? '')}`];
  const next = `Next: ${visible(end.next, '\n')}`;
  const more = end.code === null ? [] : [style.dim(`unblank explain ${end.code} says more.`)];
  return [head, ...cause, next, ...more].map((one) => paragraph(one, style.width)).join('\n');
}

/** The newest lines of the story; all of them are in the JSON. */
const SHOWN = 8;

function linesText({ incident }: WatchEnd, style: TerminalStyle): string {
  if (incident === null || incident.lines.length === 0) return '';
  const lines = incident.lines.slice(-SHOWN).map(({ text }) => visible(text));
  const left = incident.lines.length - lines.length;
  const head = [visible(incident.file), ...(left > 0 ? [`(${left} earlier lines)`] : [])];
  return style.dim([...head, block(lines.join('\n'), 2)].join('\n'));
}
