import type { Report, SignInReport, TargetReport } from '../../../contract/report.ts';
import { CLIENT_WORDS, type SignInOutcome, type SignInWayName } from '../../../contract/words.ts';
import { visible } from '../../../engine/redact/visible.ts';
import { findingText } from '../report/finding-text.ts';
import { paragraph } from '../report/paragraph.ts';
import { firstThing, notExaminedText, otherFindings, reportText } from '../report/report-text.ts';
import { leftBehindText, specificationText } from '../report/specification-text.ts';
import type { TerminalStyle } from '../report/terminal-style.ts';
import { verdictTable } from '../report/verdict-table.ts';
import { sequenceText } from './sequence-text.ts';
import { tokensText } from './tokens-text.ts';

/** What is known of the trace besides its report. */
export interface TraceTextOptions {
  /** The file it was saved in, or null. */
  readonly saved: string | null;
  /** True where no server was asked: a saved trace was judged again. */
  readonly replayed: boolean;
  /** The diagram was drawn on this terminal while it happened, and stands just above. */
  readonly drawn: boolean;
}

const WAYS: Readonly<Record<SignInWayName, string>> = {
  isolated: 'in a window of its own',
  system: 'through the system browser',
  none: 'by pasted address',
};
const OUTCOMES: Readonly<Record<SignInOutcome, readonly [mark: Mark, word: string]>> = {
  'signed-in': ['works', 'Signed in'],
  'never-started': ['blocked', 'Never started'],
  blank: ['blocked', 'Blank'],
  loop: ['blocked', 'Loop'],
  failed: ['blocked', 'Failed'],
  unfinished: ['unknown', 'Unfinished'],
};
type Mark = 'works' | 'blocked' | 'unknown';

/**
 * A traced sign-in for a person: what happened and what to do, the sequence, the root cause, the
 * clients, the other findings, what became of the tokens, what was not examined, how to keep it.
 * @param report of a trace; a report without a sign-in is shown as `unblank check` shows it
 */
export function traceText(report: Report, style: TerminalStyle, options: TraceTextOptions): string {
  const target = report.targets.find((one) => one.signIn !== null);
  if (!target?.signIn) return reportText(report, style);
  const root = target.findings.find((one) => one.code === target.rootCause);
  const sections = [
    headText(target, target.signIn, style),
    options.drawn ? '' : sequenceText(target.signIn.messages, style),
    paragraph(firstThing(root, target, style), style.width),
    root === undefined ? '' : findingText(root, style, target),
    target.verdicts.length === 0 ? '' : verdictTable(target, style),
    otherFindings(target, root, style),
    specificationText(target, style),
    leftBehindText(target, style),
    tokensText(target.signIn, style),
    notExaminedText(report, style),
    keepText(options, style),
  ];
  return `${sections.filter((one) => one !== '').join('\n\n')}\n`;
}

/** What happened, in one sentence, and what to do next. */
function headText(target: TargetReport, signIn: SignInReport, style: TerminalStyle): string {
  const [mark, word] = OUTCOMES[signIn.outcome];
  const paint = { works: style.green, blocked: style.red, unknown: style.yellow }[mark];
  const rounds = signIn.rounds > 1 ? `, ${signIn.rounds} rounds` : '';
  const how = `Sign-in as ${CLIENT_WORDS[signIn.as]}, ${WAYS[signIn.way]}${rounds}`;
  const said = visible(signIn.headline);
  const named = said.startsWith(word) ? said : `${style.bold(word)}: ${said}`;
  const head = `${paint(style.marks[mark])} ${named}`;
  return [
    style.bold(target.url ?? target.names[0]?.name ?? target.id),
    style.dim(paragraph(how, style.width)),
    '',
    paragraph(head, style.width),
    paragraph(`Next: ${visible(signIn.next)}`, style.width),
  ].join('\n');
}

function keepText({ saved, replayed }: TraceTextOptions, style: TerminalStyle): string {
  if (replayed)
    return paragraph('This is a saved trace, judged again; nobody was asked.', style.width);
  const again = 'unblank trace --replay FILE judges a saved trace again and asks nobody.';
  const where =
    saved === null
      ? 'This trace was not saved; --save FILE does that.'
      : `Saved in ${saved}. No token, code or secret is in it.`;
  return style.dim(paragraph(`${where} ${again}`, style.width));
}
