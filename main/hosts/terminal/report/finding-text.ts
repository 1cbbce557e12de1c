import type { Finding, TargetReport } from '../../../contract/report.ts';
import { atStep, CLIENT_WORDS, type Severity } from '../../../contract/words.ts';
import { evidenceText } from './evidence-text.ts';
import { block, paragraph } from './paragraph.ts';
import type { TerminalStyle } from './terminal-style.ts';

const SEVERITY_MARKS = { error: 'blocked', warning: 'at-risk', advice: 'unknown' } as const;

/** A finding whole: what is wrong, what it does, what to do, the text to copy, the evidence. */
export function findingText(
  finding: Finding,
  style: TerminalStyle,
  target: TargetReport | null,
): string {
  const { width } = style;
  const parts = [
    findingHead(finding, style),
    paragraph(finding.explanation, width, 2),
    paragraph(finding.whatToDo, width, 2),
    ...(finding.snippet === null ? [] : [block(finding.snippet, 4)]),
    ...finding.fixes.map((one) => fixText(one, style)),
    ...(finding.evidence.length > 0 ? [`  ${style.dim('Evidence')}`] : []),
    ...finding.evidence.map((one) => evidenceText(one, style, target)),
    paragraph(style.dim(footOf(finding)), width, 2),
  ];
  return parts.join('\n\n').replaceAll(/(Evidence\S*)\n\n/g, '$1\n');
}

/** A fix with the command that shows it first. */
function fixText({ id, title }: Finding['fixes'][number], style: TerminalStyle): string {
  return paragraph(`${style.bold('Fix')}  ${title}\nunblank fix ${id}`, style.width, 2);
}

/** A finding in one line. */
export function findingHead(finding: Finding, style: TerminalStyle): string {
  const paint = colourOf(finding.severity, style);
  const mark = paint(style.marks[SEVERITY_MARKS[finding.severity]]);
  const head = `${mark} ${style.bold(finding.title)}  ${style.dim(finding.code)}`;
  return paragraph(head, style.width);
}

function colourOf(severity: Severity, style: TerminalStyle): (text: string) => string {
  return { error: style.red, warning: style.yellow, advice: style.dim }[severity];
}

function footOf(finding: Finding): string {
  const clients = finding.clients.map((one) => CLIENT_WORDS[one]).join(' · ');
  const facts = [
    atStep(finding.step),
    finding.confidence,
    ...(clients === ''
      ? []
      : [`${finding.severity === 'error' ? 'stops' : 'concerns'} ${clients}`]),
    ...(finding.consequenceOf === null ? [] : [`follows from ${finding.consequenceOf}`]),
    ...(finding.requirements.length === 0 ? [] : [finding.requirements.join(' ')]),
  ];
  return facts.join('; ') + `. More: unblank explain ${finding.code}`;
}
