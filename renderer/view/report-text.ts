import type { Evidence, Finding, Report, TargetReport } from '../../main/contract/report.ts';
import { CLIENT_WORDS, OUTCOME_WORDS, STEP_WORDS } from '../../main/contract/words.ts';
import { EVIDENCE } from '../texts.ts';
import { arrangeFindings, leadingFinding } from './arrange-findings.ts';
import { formatTime } from './format-time.ts';

/**
 * A report as Markdown that makes sense when it is pasted into an issue: the first thing to fix, a
 * table of clients, the findings with their evidence, what was not looked at. The engine has already
 * taken out what is secret; nothing is added here (safety A14).
 */
export function reportText(report: Report, target: TargetReport): string {
  const leading = leadingFinding(target)?.finding;
  const rest = arrangeFindings(target.findings).flatMap(function flat(tree): Finding[] {
    return [tree.finding, ...tree.consequences.flatMap(flat)];
  });
  return [
    `## Unblank report: ${target.url ?? target.names[0]?.name ?? target.id}`,
    `${report.tool.name} ${report.tool.version}, ${formatTime(report.startedAt)}${report.complete ? '' : ', incomplete'}`,
    ...(leading ? [`First thing to fix: **${leading.title}** (${leading.code})`] : []),
    clientTable(target),
    ...rest.map(findingText),
    ...notExaminedText(report),
  ].join('\n\n');
}

function clientTable(target: TargetReport): string {
  const rows = target.verdicts.map(
    (one) =>
      `| ${CLIENT_WORDS[one.client]} | ${OUTCOME_WORDS[one.outcome]} | ${STEP_WORDS[one.step]} | ${one.cause ?? ''} |`,
  );
  return ['| client | verdict | station | cause |', '|---|---|---|---|', ...rows].join('\n');
}

function findingText(finding: Finding): string {
  const evidence = finding.evidence.map((one) => `- ${evidenceText(one)}`);
  const parts = [
    `### ${finding.code} ${finding.title}`,
    finding.explanation,
    ...(evidence.length > 0 ? [evidence.join('\n')] : []),
    `What to do: ${finding.whatToDo}`,
    ...(finding.snippet === null ? [] : [['```', finding.snippet, '```'].join('\n')]),
  ];
  return parts.join('\n\n');
}

function notExaminedText(report: Report): string[] {
  if (report.notExamined.length === 0) return [];
  const rows = report.notExamined.map((one) => `- ${one.what}: ${one.why}`);
  return [['### Not looked at', ...rows].join('\n')];
}

type Line<K extends Evidence['kind']> = (evidence: Extract<Evidence, { kind: K }>) => string;

/** One line for each kind of evidence. */
const LINES: { readonly [K in Evidence['kind']]: Line<K> } = {
  http: (one) => one.note,
  header: (one) => `${one.name}: ${one.value ?? EVIDENCE.headerMissing} (${one.at})`,
  mismatch: (one) => `${one.what}: expected \`${one.expected}\`, received \`${one.received}\``,
  file: (one) => `${one.file}${one.line === null ? '' : `:${one.line}`} ${one.excerpt ?? ''}`,
  log: (one) => `${one.file}: ${one.text} (${EVIDENCE.times(one.count)})`,
  incident: (one) => `${one.incident}, ${one.rounds} rounds, ${one.first} to ${one.last}`,
  store: (one) => `${one.file}: ${one.fact}`,
  dns: (one) => `${[one.host, ...one.addresses].join(' ')}: ${one.note}`,
  tls: (one) => `${one.host}: ${one.problem}; ${one.note}`,
  timing: (one) => `${one.what}: ${EVIDENCE.took(one.ms)}`,
  navigation: (one) => one.events.join('; '),
};

function evidenceText(evidence: Evidence): string {
  return (LINES[evidence.kind] as (one: Evidence) => string)(evidence);
}
