import type { Evidence, Finding, Report, ReportExchange } from '../../contract/report.ts';
import type { Overview } from '../../contract/table.ts';
import { firstDifference } from '../modes/evidence/mismatch-evidence.ts';
import { withoutKnownSecrets } from './known-secrets.ts';
import { redactText } from './text.ts';

/**
 * The last gate of a report: every text in it goes through redaction, wherever it came from, before
 * any host sees it (safety H1, H3). Headers are read as lines, because only the name of a header
 * tells that its value is a secret.
 */
export function redactReport(whole: Report): Report {
  const report = withoutKnownSecrets(whole);
  const targets = report.targets.map((target) => ({
    ...target,
    trace: target.trace.map(redactExchange),
    findings: target.findings.map(redactFinding),
  }));
  const findings = report.machine.findings.map(redactFinding);
  return redactStrings(
    { ...report, targets, machine: { ...report.machine, findings } },
    remembered(),
  );
}

/** The same gate for what a window is shown of the machine. */
export function redactOverview(overview: Overview): Overview {
  const shown = { ...overview, findings: overview.findings.map(redactFinding) };
  return redactStrings(shown, remembered());
}

/** The headers of one exchange; its other texts are masked as all texts are. */
export function redactExchange(one: ReportExchange): ReportExchange {
  const { request, response } = one;
  return {
    ...one,
    request: { ...request, headers: request.headers.map(redactHeader) },
    response: response && { ...response, headers: response.headers.map(redactHeader) },
  };
}

function redactFinding(finding: Finding): Finding {
  return { ...finding, evidence: finding.evidence.map(redactEvidence) };
}

function redactHeader([name, value]: [string, string]): [string, string] {
  const line = redactText(`${name}: ${value}`);
  return [name, line.startsWith(`${name}: `) ? line.slice(name.length + 2) : '…'];
}

function redactEvidence(evidence: Evidence): Evidence {
  if (evidence.kind === 'mismatch') return redactMismatch(evidence);
  if (evidence.kind !== 'header' || evidence.value === null) return evidence;
  return { ...evidence, value: redactHeader([evidence.name, evidence.value])[1] };
}

/** What is masked shifts what stands behind it, so the place is found again. */
function redactMismatch(evidence: Evidence & { kind: 'mismatch' }): Evidence {
  const [expected, received] = [redactText(evidence.expected), redactText(evidence.received)];
  return { ...evidence, expected, received, differsAt: firstDifference(expected, received) };
}

/** Members that hold our own catalogue's text, never a server's: addresses of public sources. */
const OURS = new Set(['references']);

/**
 * Every text in a value, at any depth, but for our own.
 * @param redact masks one text
 */
export function redactStrings<T>(value: T, redact: (text: string) => string): T {
  if (typeof value === 'string') return redact(value) as T;
  if (Array.isArray(value)) return value.map((one: unknown) => redactStrings(one, redact)) as T;
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, one]: [string, unknown]) => [
    key,
    OURS.has(key) ? one : redactStrings(one, redact),
  ]);
  return Object.fromEntries(entries) as T;
}

/** Most texts of a report of many servers are the same; each is read once. Kept for one report only. */
function remembered(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const shown = known.get(text) ?? redactText(text);
    known.set(text, shown);
    return shown;
  };
}
