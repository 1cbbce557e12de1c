import type { TargetReport, Verdict } from '../../../contract/report.ts';
import { atStep, CLIENT_WORDS, OUTCOME_WORDS } from '../../../contract/words.ts';
import { paragraph } from './paragraph.ts';
import type { TerminalStyle } from './terminal-style.ts';

/**
 * The clients with their verdicts: one line each, and why below it; where several have the same why,
 * once below the last of them.
 */
export function verdictTable(target: TargetReport, style: TerminalStyle): string {
  if (target.trace.length === 0 && target.verdicts.every((one) => one.outcome === 'unknown'))
    return style.dim(paragraph('No client was judged: the server was not asked.', style.width, 2));
  const widths = {
    name: Math.max(...target.verdicts.map((one) => nameOf(one).length)) + 2,
    outcome: Math.max(...target.verdicts.map((one) => outcomeOf(one, style).length)) + 2,
  };
  return groupsOf(target.verdicts)
    .map((group) => groupText(group, widths, style))
    .join('\n');
}

/** Verdicts that say the same, in the order in which the first of each stands. */
function groupsOf(verdicts: readonly Verdict[]): readonly (readonly Verdict[])[] {
  const groups = new Map<string, Verdict[]>();
  for (const verdict of verdicts) {
    const { outcome, cause, confidence, why, stopsAt, sees } = verdict;
    const key = JSON.stringify([outcome, cause, confidence, why, stopsAt, sees]);
    groups.set(key, [...(groups.get(key) ?? []), verdict]);
  }
  // What is known stands first.
  return [...groups.values()].toSorted((one, two) => unknownOf(one) - unknownOf(two));
}

function unknownOf([first]: readonly Verdict[]): number {
  return first?.outcome === 'unknown' ? 1 : 0;
}

/** Where the line is too narrow for the facts, they begin the explanation instead. */
function groupText(group: readonly Verdict[], widths: Widths, style: TerminalStyle): string {
  const [first] = group as readonly [Verdict];
  if (first.outcome === 'unknown' && group.length >= FOLDED_FROM)
    return foldedText(group, first.why, style);
  const facts = factsOf(first);
  const fits = facts !== '' && 2 + widths.name + widths.outcome + facts.length <= style.width;
  const heads = group.map((one) => head(one, widths, style, fits ? facts : ''));
  const why = fits || facts === '' ? first.why : `${facts}: ${first.why}`;
  const lines = [why, ...stopOf(first)].map((one) => style.dim(paragraph(one, style.width, 4)));
  return [...heads, ...lines].join('\n');
}

/** So many clients of which nothing is known stand in one paragraph. */
const FOLDED_FROM = 3;

function foldedText(group: readonly Verdict[], why: string, style: TerminalStyle): string {
  const names = group.map((one) => CLIENT_WORDS[one.client]).join(' · ');
  const mark = style.marks.unknown.padEnd(2);
  const text = `${mark} ${OUTCOME_WORDS.unknown}: ${names}. ${why}`;
  return style.dim(paragraph(text, style.width, 2));
}

function head(verdict: Verdict, widths: Widths, style: TerminalStyle, facts: string): string {
  const outcome = outcomeOf(verdict, style);
  const gap = ' '.repeat(widths.outcome - outcome.length);
  const tail = facts === '' ? '' : gap + style.dim(facts);
  return `  ${nameOf(verdict).padEnd(widths.name)}${colour(verdict, style)(outcome)}${tail}`;
}

/** The request at which it stops, and what its user sees then. */
function stopOf({ stopsAt, sees }: Verdict): string[] {
  const at = stopsAt === null ? [] : [`Last request: ${stopsAt.method} ${stopsAt.url}`];
  return sees === null ? at : [...at, `Its user sees: ${sees}`];
}

interface Widths {
  readonly name: number;
  readonly outcome: number;
}

function outcomeOf({ outcome }: Verdict, style: TerminalStyle): string {
  return `${style.marks[outcome].padEnd(2)} ${OUTCOME_WORDS[outcome]}`;
}

function colour({ outcome }: Verdict, style: TerminalStyle): (text: string) => string {
  const { green, yellow, red, dim } = style;
  return { works: green, 'at-risk': yellow, blocked: red, unknown: dim }[outcome];
}

function factsOf({ outcome, step, cause, confidence }: Verdict): string {
  const where = outcome === 'blocked' ? atStep(step) : '';
  return [where, cause ?? '', outcome === 'works' || outcome === 'unknown' ? '' : confidence]
    .filter(Boolean)
    .join(', ');
}

function nameOf({ client, version }: Verdict): string {
  return version === null ? CLIENT_WORDS[client] : `${CLIENT_WORDS[client]} ${version}`;
}
