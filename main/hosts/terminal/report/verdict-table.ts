import type { TargetReport, Verdict } from '../../../contract/report.ts';
import { CLIENT_WORDS, OUTCOME_WORDS, STEP_WORDS } from '../../../contract/words.ts';
import { paragraph } from './paragraph.ts';
import type { TerminalStyle } from './terminal-style.ts';

const OUTCOME_WIDTH = 23;

/** The clients with their verdicts: one line each, and why below it. */
export function verdictTable(target: TargetReport, style: TerminalStyle): string {
  if (target.trace.length === 0 && target.verdicts.every((one) => one.outcome === 'unknown'))
    return style.dim(paragraph('No client was judged: the server was not asked.', style.width, 2));
  const width = Math.max(...target.verdicts.map((one) => nameOf(one).length)) + 2;
  return target.verdicts.map((one) => row(one, width, style)).join('\n');
}

/** Where the line is too narrow for the facts, they begin the explanation instead. */
function row(verdict: Verdict, width: number, style: TerminalStyle): string {
  const outcome = `${style.marks[verdict.outcome].padEnd(2)} ${OUTCOME_WORDS[verdict.outcome]}`;
  const facts = factsOf(verdict);
  const fits = facts !== '' && 2 + width + OUTCOME_WIDTH + facts.length <= style.width;
  const gap = ' '.repeat(Math.max(1, OUTCOME_WIDTH - outcome.length));
  const tail = fits ? gap + style.dim(facts) : '';
  const why = fits || facts === '' ? verdict.why : `${facts}: ${verdict.why}`;
  const head = `  ${nameOf(verdict).padEnd(width)}${colour(verdict, style)(outcome)}${tail}`;
  return `${head}\n${style.dim(paragraph(why, style.width, 4))}`;
}

function colour({ outcome }: Verdict, style: TerminalStyle): (text: string) => string {
  const { green, yellow, red, dim } = style;
  return { works: green, 'at-risk': yellow, blocked: red, unknown: dim }[outcome];
}

function factsOf({ outcome, step, cause, confidence }: Verdict): string {
  const where = outcome === 'blocked' ? `at ${STEP_WORDS[step]}` : '';
  return [where, cause ?? '', outcome === 'works' ? '' : confidence].filter(Boolean).join(', ');
}

function nameOf({ client, version }: Verdict): string {
  return version === null ? CLIENT_WORDS[client] : `${CLIENT_WORDS[client]} ${version}`;
}
