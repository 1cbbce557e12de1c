import { OUTCOME_WORDS, STEP_WORDS, type ClientId } from '../../../contract/words.ts';
import { CLIENT_WORDS } from '../../../contract/words.ts';
import type { TargetReport } from '../../../contract/report.ts';
import { wayOf, type Station, type StationState } from '../../../contract/way.ts';
import { paragraph } from './paragraph.ts';
import type { TerminalStyle } from './terminal-style.ts';

const WORDS: Record<StationState, string> = {
  passed: 'passed',
  'at-risk': OUTCOME_WORDS['at-risk'],
  broken: 'broken',
  'not-reached': 'not reached',
  'not-seen': 'not seen',
};
const MARKS = {
  passed: 'works',
  'at-risk': 'at-risk',
  broken: 'blocked',
  'not-reached': 'unknown',
  'not-seen': 'unknown',
} as const;
const LABEL = 20;

/** The way of the request for one client, one station a line, the broken one marked. */
export function wayText(target: TargetReport, client: ClientId, style: TerminalStyle): string {
  const title = `The way of the request, as ${CLIENT_WORDS[client]} goes it`;
  return [
    style.bold(paragraph(title, style.width)),
    '',
    ...foldTail(wayOf(target, client)).map((one) => line(one, style)),
  ].join('\n');
}

/** The stations behind the end say all the same; they share one line. */
function foldTail(stations: readonly Station[]): readonly (Station & { more: number })[] {
  const rows: (Station & { more: number })[] = [];
  for (const station of stations) {
    const last = rows.at(-1);
    const isTail = station.state === 'not-reached' || station.state === 'not-seen';
    if (last && isTail && last.state === station.state) last.more += 1;
    else rows.push({ ...station, more: 0 });
  }
  return rows;
}

function line(
  { step, state, codes, more }: Station & { more: number },
  style: TerminalStyle,
): string {
  const paint =
    { passed: style.green, 'at-risk': style.yellow, broken: style.red }[state as string] ??
    style.dim;
  const name = more > 0 ? `${STEP_WORDS[step]} … +${more}` : STEP_WORDS[step];
  const mark = style.marks[MARKS[state]].padEnd(2);
  const words = `${WORDS[state]}${codes.length > 0 ? `  ${codes.join(' ')}` : ''}`;
  const arrow = state === 'broken' ? style.red('  <- here it stops') : '';
  return `  ${paint(mark)} ${name.padEnd(LABEL)} ${paint(words)}${arrow}`;
}
