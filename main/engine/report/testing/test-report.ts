import type { Finding, Report, TargetReport } from '../../../contract/report.ts';

/** A finding that says little, for tests of what is made of findings. */
export function testFinding(changes: Partial<Finding> = {}): Finding {
  return {
    code: 'F23',
    title: 'Your server sends Claude to the wrong document',
    severity: 'error',
    category: 'deployment',
    step: 'challenge',
    confidence: 'certain',
    clients: ['claude-hosted'],
    requirements: [],
    explanation: 'It names another document.',
    whatToDo: 'Name the right one.',
    snippet: null,
    evidence: [],
    consequenceOf: null,
    fixes: [],
    references: ['https://example.com/why'],
    ...changes,
  };
}

/** One server with findings. */
export function testTarget(
  findings: readonly Finding[],
  changes: Partial<TargetReport> = {},
): TargetReport {
  return {
    id: 'mcp-acme-example-mcp',
    url: 'https://mcp.acme.example/mcp',
    transport: 'http',
    names: [],
    rootCause: findings[0]?.code ?? null,
    verdicts: [],
    findings: [...findings],
    specification: [],
    registrationTried: false,
    leftBehind: [],
    signIn: null,
    incidents: [],
    stored: [],
    trace: [],
    ...changes,
  };
}

/** A report of these servers. */
export function testReport(
  targets: readonly TargetReport[],
  changes: Partial<Report> = {},
): Report {
  return {
    schema: 'unblank.report/1',
    tool: { name: 'unblank', version: '0.1.0' },
    startedAt: '2026-11-24T04:00:00.000Z',
    durationMs: 1234,
    complete: true,
    targets: [...targets],
    machine: { os: 'linux', installs: [], configs: [], logs: [], facts: [], findings: [] },
    notExamined: [],
    ...changes,
  };
}
