import type { Report, TargetReport } from '../../../contract/report.ts';
import { needsLook, standingOf, standingRank } from '../../../contract/standing.ts';
import { findingHead } from './finding-text.ts';
import { block, paragraph } from './paragraph.ts';
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
  return [style.bold(title), lines.join('\n'), ...commonText(targets, style), ...rest].join('\n\n');
}

/** Advice that is the same for every server is given once. */
function commonText(targets: readonly TargetReport[], style: TerminalStyle): readonly string[] {
  const [first, ...others] = targets;
  const common = new Map(
    first?.findings
      .filter(
        ({ code, severity }) => severity === 'advice' && others.every((one) => has(one, code)),
      )
      .map((one) => [one.code, findingHead(one, style)]),
  );
  if (common.size === 0) return [];
  return [['  For all of them:', ...[...common.values()].map((one) => block(one, 2))].join('\n')];
}

function has({ findings }: TargetReport, code: string): boolean {
  return findings.some((one) => one.code === code);
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
