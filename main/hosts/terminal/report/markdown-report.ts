import { stripVTControlCharacters } from 'node:util';
import type { Evidence, Finding, Report, TargetReport } from '../../../contract/report.ts';
import { CLIENT_WORDS, OUTCOME_WORDS } from '../../../contract/words.ts';
import { findingsInOrder, targetsInOrder } from '../../../engine/report/findings-in-order.ts';
import { visible } from '../../../engine/redact/visible.ts';
import { evidenceText } from './evidence-text.ts';
import { markdownBlock, markdownCode, markdownText } from './markdown-text.ts';
import { firstThing } from './report-text.ts';
import { terminalStyle } from './terminal-style.ts';

const STYLE = terminalStyle({}, {});
/** A job summary ends at 1 MiB; evidence of a server must not push the rest out of it. */
const EVIDENCE_LIMIT = 2000;

/**
 * The report for a job summary or an issue, in the order of the text report. What servers and files
 * say is text or code, never markup.
 * @param report with its paths made local (engine/report/local-report.ts)
 * @param known findings that a baseline has as well
 */
export function markdownReport(report: Report, known: ReadonlySet<Finding> | null): string {
  const machine = machineParts(report, known);
  const isFirst = report.machine.findings.some(({ severity }) => severity === 'error');
  const targets = targetsInOrder(report.targets).flatMap((one) => targetParts(one, report, known));
  const body = isFirst ? [...machine, ...targets] : [...targets, ...machine];
  const parts = ['# Unblank', ...body, ...unseenParts(report), footOf(report)];
  return `${parts.join('\n\n')}\n`;
}

function targetParts(
  target: TargetReport,
  report: Report,
  known: ReadonlySet<Finding> | null,
): readonly string[] {
  const root = target.findings.find((one) => one.code === target.rootCause);
  const findings = findingsInOrder(report).filter((one) => one.target === target);
  return [
    `## ${markdownCode(shown(target.url ?? target.names[0]?.name ?? target.id))}`,
    markdownText(shown(stripVTControlCharacters(firstThing(root, target, STYLE)))),
    ...(target.verdicts.length === 0 ? [] : [verdictTable(target)]),
    ...findings.map(({ finding }) => findingPart(finding, target, known)),
  ];
}

function machineParts(report: Report, known: ReadonlySet<Finding> | null): readonly string[] {
  const { findings } = report.machine;
  if (findings.length === 0) return [];
  return ['## This machine', ...findings.map((one) => findingPart(one, null, known))];
}

function verdictTable({ verdicts }: TargetReport): string {
  const rows = verdicts.map(
    ({ client, outcome, cause, why }) =>
      `| ${CLIENT_WORDS[client]} | **${OUTCOME_WORDS[outcome]}** | ${cause ?? ''} | ${cell(why)} |`,
  );
  return ['| Client | | Cause | Why |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** A pipe ends a cell, in code as well (GFM §4.10). */
function cell(text: string): string {
  return markdownText(shown(text).replaceAll('\n', ' ')).replaceAll(/(?<!\\)\|/g, '\\|');
}

function findingPart(
  finding: Finding,
  target: TargetReport | null,
  known: ReadonlySet<Finding> | null,
): string {
  const { code, title, severity, explanation, whatToDo, snippet, evidence } = finding;
  const before = known?.has(finding) ? ', in the baseline' : '';
  const text = evidence.map((one: Evidence) => evidenceText(one, STYLE, target)).join('\n\n');
  return [
    `### ${markdownText(shown(title))} (${code}, ${severity}${before})`,
    paragraphs(explanation),
    `**What to do.** ${paragraphs(whatToDo)}`,
    ...(snippet === null ? [] : [markdownBlock(shown(snippet))]),
    ...(text === ''
      ? []
      : ['Evidence:', markdownBlock(cut(shown(stripVTControlCharacters(text))))]),
  ].join('\n\n');
}

function unseenParts({ complete, notExamined }: Report): readonly string[] {
  if (notExamined.length === 0) return [];
  const lines = notExamined.map(({ what, why }) => `- ${markdownText(shown(`${what}: ${why}`))}`);
  const title = complete ? '## Not examined' : '## This report is incomplete. Not examined';
  return [title, lines.join('\n')];
}

function footOf({ tool, startedAt }: Report): string {
  return `unblank ${tool.version}, ${startedAt}. \`unblank explain CODE\` says more about a code.`;
}

function paragraphs(text: string): string {
  return shown(text)
    .split(/\n{2,}/)
    .map((one) => markdownText(one))
    .join('\n\n');
}

function shown(text: string): string {
  return visible(text, '\n');
}

function cut(text: string): string {
  return text.length <= EVIDENCE_LIMIT ? text : `${text.slice(0, EVIDENCE_LIMIT)}\n…`;
}
