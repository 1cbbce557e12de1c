import type { Finding, Report, TargetReport } from '../../../contract/report.ts';
import { tellingVerdict } from '../../../contract/telling-verdict.ts';
import { CLIENT_WORDS } from '../../../contract/words.ts';
import { findingHead, findingText } from './finding-text.ts';
import { aboutText, machineText } from './machine-text.ts';
import { paragraph } from './paragraph.ts';
import { storiesText } from './stories-text.ts';
import { summaryText, targetsToShow } from './summary-text.ts';
import type { TerminalStyle } from './terminal-style.ts';
import { leftBehindText, specificationText } from './specification-text.ts';
import { verdictTable } from './verdict-table.ts';
import { wayText } from './way-text.ts';

/**
 * The report for a person. One server: the first thing to fix, the clients, the way of the request, the
 * evidence, the other findings. Several: first a line for each, then those that need a look. Then the
 * machine, and last what was not examined.
 */
export function reportText(report: Report, style: TerminalStyle): string {
  const rule = style.dim(style.marks.line.repeat(style.width));
  const machine = machineText(report, style);
  // What is wrong with a whole file comes before the servers that it names.
  const isFirst = report.machine.findings.some(({ severity }) => severity === 'error');
  const body = isFirst
    ? [machine, ...targetTexts(report, style)]
    : [...targetTexts(report, style), machine];
  const parts = [...body, aboutText(report, style), notExaminedText(report, style)];
  return `${parts.filter((one) => one !== '').join(`\n\n${rule}\n\n`)}\n`;
}

/** Many servers would bury what is wrong with one. */
function targetTexts(report: Report, style: TerminalStyle): readonly string[] {
  const { targets } = report;
  if (targets.length < 2) return targets.map((one) => targetText(one, style, false));
  return [
    summaryText(report, style),
    ...targetsToShow(report).map((target) => targetText(target, style, true)),
  ];
}

function targetText(target: TargetReport, style: TerminalStyle, isOneOfMany: boolean): string {
  const root = target.findings.find((one) => one.code === target.rootCause);
  const client = tellingVerdict(target)?.client ?? null;
  const sections = [
    style.bold(target.url ?? target.names[0]?.name ?? target.id) + namesText(target, style),
    paragraph(firstThing(root, target, style), style.width),
    ...(target.verdicts.length > 0 ? [verdictTable(target, style)] : []),
    ...(client === null || target.trace.length === 0 ? [] : [wayText(target, client, style)]),
    ...(root ? [findingText(root, style, target)] : []),
    ...(isToldFirst(target) ? [storiesText(target, style)] : []),
    otherFindings(isOneOfMany ? withoutAdvice(target) : target, root, style),
    ...(isOneOfMany ? [adviceText(target, style)] : []),
    ...(isToldFirst(target) ? [] : [storiesText(target, style)]),
    specificationText(target, style),
    leftBehindText(target, style),
  ];
  return sections.filter((one) => one !== '').join('\n\n');
}

function withoutAdvice(target: TargetReport): TargetReport {
  return { ...target, findings: target.findings.filter(({ severity }) => severity !== 'advice') };
}

/** Between servers that are broken, advice takes a line each. */
function adviceText({ findings }: TargetReport, style: TerminalStyle): string {
  const advice = findings.filter(({ severity }) => severity === 'advice');
  if (advice.length === 0) return '';
  const heads = [...new Set(advice.map((one) => findingHead(one, style)))];
  return `${style.bold('Advice')}\n\n${heads.join('\n')}`;
}

/** Where the server was not asked, its logs say most. */
function isToldFirst({ trace }: TargetReport): boolean {
  return trace.length === 0;
}

function namesText({ names }: TargetReport, style: TerminalStyle): string {
  if (names.length === 0) return '';
  const lines = names.map((one) => style.dim(`  “${one.name}” in ${one.file} (${one.scope})`));
  return `\n${lines.join('\n')}`;
}

/** The first thing to fix, or how the server stands where there is none; one sentence. */
export function firstThing(
  root: Finding | undefined,
  target: TargetReport,
  style: TerminalStyle,
): string {
  if (root)
    return `First thing to fix: ${style.red(style.bold(root.title))}  ${style.dim(root.code)}`;
  const stopped = target.verdicts.filter((one) => one.outcome === 'blocked');
  const blocked = stopped.find(({ cause }) => cause !== 'F116') ?? stopped[0];
  if (blocked?.cause === 'F116')
    return `This server is switched off in ${style.bold(CLIENT_WORDS[blocked.client])}; where, stands below.`;
  if (blocked && target.trace.length === 0)
    return `No fault was seen in the files here. What keeps ${style.bold(CLIENT_WORDS[blocked.client])} from it, its log tells below.`;
  if (blocked)
    return `No fault of the server was seen. What keeps ${CLIENT_WORDS[blocked.client]} from it stands below.`;
  if (target.trace.length === 0) return quietText(target);
  if (target.verdicts.some((one) => one.outcome === 'unknown'))
    return 'How this server stands could not be seen whole; why stands below.';
  if (target.findings.some((one) => one.severity === 'warning'))
    return 'Nothing blocks that can be seen from here. What puts a client at risk stands below.';
  return style.green('Your server passes everything we can see from here.');
}

/** The server was not asked; what else is known is not made smaller than it is. */
function quietText({ findings, incidents }: TargetReport): string {
  const from = incidents.length === 0 ? 'its configuration' : 'its configuration and logs';
  const advice = findings.length === 0 ? '' : ', apart from the advice below';
  return `Nothing wrong was found in ${from}${advice}. The server itself was not asked.`;
}

/** Every finding but the root: causes whole, consequences in a line. */
export function otherFindings(
  target: TargetReport,
  root: Finding | undefined,
  style: TerminalStyle,
): string {
  const others = target.findings.filter((one) => one !== root);
  const causes = others.filter((one) => one.consequenceOf === null);
  const follow = others.filter((one) => one.consequenceOf !== null);
  const heads = follow.map(
    (one) => `  ${findingHead(one, style)} ${style.dim(`follows from ${one.consequenceOf}`)}`,
  );
  const folded =
    heads.length === 0 ? [] : [`${style.bold('What follows from it')}\n\n${heads.join('\n')}`];
  return [...causes.map((one) => findingText(one, style, target)), ...folded].join('\n\n');
}

/** What was not examined and why; empty where everything was. */
export function notExaminedText(report: Report, style: TerminalStyle): string {
  if (report.notExamined.length === 0) return '';
  const lines = report.notExamined.map((one) =>
    paragraph(`${one.what}: ${one.why}`, style.width, 2),
  );
  const title = report.complete
    ? 'Not examined'
    : style.yellow('This report is incomplete. Not examined');
  return `${style.bold(title)}\n\n${lines.join('\n')}`;
}
