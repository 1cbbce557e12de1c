import type { Finding, Report } from '../../../contract/report.ts';
import { localReport, type Roots } from '../../../engine/report/local-report.ts';
import { sarifReport } from '../../../engine/report/sarif-report.ts';
import { againstBaseline } from '../../../engine/report/baseline.ts';
import { RULES } from '../../../engine/run/rules.ts';
import { junitReport } from '../report/junit-report.ts';
import { markdownReport } from '../report/markdown-report.ts';
import { reportText } from '../report/report-text.ts';
import type { TerminalStyle } from '../report/terminal-style.ts';
import type { ReportOptions } from '../options/add-options.ts';
import { counts } from './exit-code.ts';
import type { Shape } from './report-shapes.ts';

export interface Rendering {
  readonly baseline: Report | null;
  readonly failOn: ReportOptions['failOn'];
  readonly roots: Roots;
  readonly style: TerminalStyle;
}

/** A report in one of its shapes. What leaves the machine as a rule names no home folder. */
export function renderReport(report: Report, shape: Shape, rendering: Rendering): string {
  return RENDER[shape](report, rendering);
}

type Render = (report: Report, rendering: Rendering) => string;

const RENDER: Readonly<Record<Shape, Render>> = {
  // The report is the same with a baseline: it is what the next baseline is made of.
  json: (report) => `${JSON.stringify(report, null, 2)}\n`,
  text: (report, { baseline, style }) =>
    reportText(marked(report, knownOf(report, baseline)), style),
  markdown: (report, { baseline, roots }) => {
    const local = localReport(report, roots);
    return markdownReport(local, knownOf(local, baseline));
  },
  sarif: (report, { baseline, roots }) => {
    const local = localReport(report, roots);
    const log = sarifReport(local, { modes: RULES.modes, known: knownOf(local, baseline) });
    return `${JSON.stringify(log, null, 2)}\n`;
  },
  junit: (report, { baseline, failOn, roots }) => {
    const local = localReport(report, roots);
    const known = knownOf(local, baseline);
    return junitReport(local, {
      known,
      counts: (one) => counts(one, failOn) && known?.has(one) !== true,
    });
  },
};

function knownOf(report: Report, baseline: Report | null): ReadonlySet<Finding> | null {
  return baseline === null ? null : againstBaseline(report, baseline).known;
}

function marked(report: Report, known: ReadonlySet<Finding> | null): Report {
  if (known === null) return report;
  const mark = (one: Finding) =>
    known.has(one) ? { ...one, title: `${one.title} (in the baseline)` } : one;
  return {
    ...report,
    targets: report.targets.map((one) => ({ ...one, findings: one.findings.map(mark) })),
    machine: { ...report.machine, findings: report.machine.findings.map(mark) },
  };
}
