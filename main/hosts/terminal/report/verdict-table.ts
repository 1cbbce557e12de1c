import type { TargetReport, Verdict } from '../../../contract/report.ts';
import { CLIENT_WORDS, OUTCOME_WORDS, STEP_WORDS } from '../../../contract/words.ts';
import { paragraph } from './paragraph.ts';
import type { TerminalStyle } from './terminal-style.ts';

const OUTCOME_WIDTH = 23;

/** The clients with their verdicts: one line each, and why below it. */
export function verdictTable(target: TargetReport, style: TerminalStyle): string {
  if (target.trace.length === 0 && target.verdicts.every((one) => one.outcome === 'unknown'))
    return style.dim('  No client was judged: the server was not asked.');
  const names = target.verdicts.map((one) => nameOf(one).length);
  const width = Math.max(...names, 10) + 2;
  return target.verdicts.map((one) => row(one, width, style)).join('\n');
}

function row(verdict: Verdict, width: number, style: TerminalStyle): string {
  const paint = {
    works: style.green,
    'at-risk': style.yellow,
    blocked: style.red,
    unknown: style.dim,
  }[verdict.outcome];
  const outcome = `${style.marks[verdict.outcome].padEnd(2)} ${OUTCOME_WORDS[verdict.outcome]}`;
  const where = verdict.outcome === 'blocked' ? `at ${STEP_WORDS[verdict.step]}` : '';
  const facts = [where, verdict.cause ?? '', verdict.outcome === 'works' ? '' : verdict.confidence];
  const head = `  ${nameOf(verdict).padEnd(width)}${paint(outcome.padEnd(OUTCOME_WIDTH))}${style.dim(facts.filter(Boolean).join(', '))}`;
  return `${head.trimEnd()}\n${paragraph(style.dim(verdict.why), style.width, 4)}`;
}

function nameOf({ client, version }: Verdict): string {
  return version === null ? CLIENT_WORDS[client] : `${CLIENT_WORDS[client]} ${version}`;
}
