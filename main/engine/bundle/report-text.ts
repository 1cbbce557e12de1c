import type { Finding, Report, TargetReport } from '../../contract/report.ts';
import { CLIENT_WORDS, OUTCOME_WORDS } from '../../contract/words.ts';
import { visible } from '../redact/visible.ts';
import { findingsInOrder, targetsInOrder } from '../report/findings-in-order.ts';

/** The report to be read without a tool, as Markdown; its evidence stands in report.json. */
export function reportText(report: Report): string {
  const targets = targetsInOrder(report.targets).flatMap((one) => targetLines(one, report));
  const machine = report.machine.findings.flatMap(findingLines);
  const unseen = report.notExamined.map(({ what, why }) => `- ${shown(`${what}: ${why}`)}`);
  return [
    '# Report of Unblank',
    `Version ${report.tool.version}, ${report.startedAt}, on ${report.machine.os}.`,
    ...targets,
    ...(machine.length === 0 ? [] : ['## This machine', ...machine]),
    ...(unseen.length === 0 ? [] : ['## Not examined', unseen.join('\n')]),
  ].join('\n\n');
}

function targetLines(target: TargetReport, report: Report): readonly string[] {
  const verdicts = target.verdicts.map(
    ({ client, version, outcome, cause, why }) =>
      `- ${[CLIENT_WORDS[client], version].filter(Boolean).join(' ')}: ${OUTCOME_WORDS[outcome]}${cause === null ? '' : ` (${cause})`}. ${shown(why)}`,
  );
  const findings = findingsInOrder(report).filter((one) => one.target === target);
  const signIn = target.signIn === null ? [] : [shown(target.signIn.headline)];
  return [
    `## ${shown(target.url ?? target.names[0]?.name ?? target.id)}`,
    verdicts.join('\n'),
    ...signIn,
    ...findings.flatMap(({ finding }) => findingLines(finding)),
  ];
}

function findingLines({
  code,
  title,
  severity,
  explanation,
  whatToDo,
}: Finding): readonly string[] {
  return [`### ${shown(title)} (${code}, ${severity})`, shown(explanation), shown(whatToDo)];
}

function shown(text: string): string {
  return visible(text, '\n');
}
