import type { Report, TargetReport } from '../../../contract/report.ts';
import { needsLook, standingOf, standingRank } from '../../../contract/standing.ts';
import { paragraph } from './paragraph.ts';
import type { TerminalStyle } from './terminal-style.ts';

/** A longer name breaks the column and nothing else. */
const NAME_LIMIT = 20;

/**
 * All servers of a report, a line or two each, the one to look at first on top: the first screen of a
 * report of many.
 */
export function summaryText({ targets }: Report, style: TerminalStyle): string {
  const width = Math.min(NAME_LIMIT, Math.max(...targets.map((one) => nameOf(one).length)));
  const lines = inOrder(targets).map((one) => lineOf(one, width, style));
  const look = targets.filter(needsLook).length;
  const title = `${targets.length} servers, ${look === 0 ? 'none' : look} to look at`;
  const rest = look === targets.length ? [] : [style.dim(paragraph(HINT, style.width, 2))];
  return [style.bold(title), lines.join('\n'), ...rest].join('\n\n');
}

const HINT = 'One of them whole: unblank check NAME';

/** Servers with something to look at, worst first. */
export function targetsToShow({ targets }: Report): readonly TargetReport[] {
  return inOrder(targets).filter(needsLook);
}

function inOrder(targets: readonly TargetReport[]): readonly TargetReport[] {
  const place = (one: TargetReport) => standingRank(standingOf(one));
  return targets.toSorted((one, two) => place(one) - place(two));
}

function lineOf(target: TargetReport, width: number, style: TerminalStyle): string {
  const { outcome, says, code } = standingOf(target);
  const paint = { works: style.green, 'at-risk': style.yellow, blocked: style.red };
  const mark = style.marks[outcome].padEnd(2);
  const shown = outcome === 'unknown' ? style.dim(mark) : paint[outcome](mark);
  const tail = code === null ? says : `${says}  ${style.dim(code)}`;
  const indent = 2 + mark.length + 1 + width + 2;
  const body = paragraph(tail, style.width, indent).trimStart();
  return `  ${shown} ${style.bold(nameOf(target).padEnd(width))}  ${body}`;
}

/** As its user knows it; of an address, the host. */
function nameOf({ names, url, id }: TargetReport): string {
  return names[0]?.name ?? url?.replace(/^https?:\/\//, '') ?? id;
}
