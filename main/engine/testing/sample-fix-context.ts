import type { Finding, TargetReport } from '../../contract/report.ts';
import type { MachineEvidence, ServerEntry } from '../model/evidence.ts';
import type { FixContext } from '../model/fix.ts';
import type { ModeCode } from '../model/mode-code.ts';
import { sampleMachine } from './sample-machine.ts';

/** A finding without evidence, changed where a test says so. */
export function sampleFinding(code: ModeCode, changes: Partial<Finding> = {}): Finding {
  return {
    code,
    title: 'Something is wrong here',
    severity: 'error',
    category: 'runtime',
    step: 'local',
    confidence: 'certain',
    clients: [],
    requirements: [],
    explanation: 'It is wrong.',
    whatToDo: 'Repair it.',
    snippet: null,
    evidence: [],
    consequenceOf: null,
    fixes: [],
    references: [],
    ...changes,
  };
}

/** The server that these entries lead to, with nothing found and nobody asked. */
function sampleTarget(
  entries: readonly ServerEntry[],
  changes: Partial<TargetReport> = {},
): TargetReport {
  return {
    id: 'target-1',
    url: entries[0]?.url ?? 'https://mcp.acme.dev/mcp',
    transport: 'http',
    names: entries.map(({ client, scope, file, pointer, name }) => ({
      client,
      scope,
      file,
      pointer,
      name,
    })),
    rootCause: null,
    verdicts: [],
    findings: [],
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

/** One answer of a server, as the trace of a report has it. */
export function sampleTraced(
  purpose: string,
  response: { status: number; body?: string; headers?: [string, string][] },
): TargetReport['trace'][number] {
  const { status, body = '', headers = [] } = response;
  return {
    id: `x-${purpose}`,
    step: 'challenge',
    purpose,
    startedAt: '2026-11-20T09:00:00.000Z',
    durationMs: 1,
    request: { method: 'GET', url: 'https://mcp.acme.dev/', headers: [], body: null },
    response: { status, headers, body, truncated: false },
    failure: null,
  };
}

interface Given {
  readonly finding?: Partial<Finding>;
  readonly target?: Partial<TargetReport>;
  readonly machine?: Partial<MachineEvidence>;
  readonly answers?: FixContext['answers'];
}

/** A finding about the server of these entries, on a machine that has them and nothing else. */
export function sampleFixContext(
  code: ModeCode,
  entries: readonly ServerEntry[],
  { finding, target, machine, answers = {} }: Given = {},
): FixContext {
  const files = [...new Set(entries.map(({ file }) => file))];
  const configs = files.map((file) => {
    const own = entries.filter((one) => one.file === file);
    const [{ client, scope } = { client: 'claude-code', scope: 'user' } as const] = own;
    return { file, client, scope, entries: own };
  });
  return {
    finding: sampleFinding(code, finding),
    target: sampleTarget(entries, target),
    machine: { ...sampleMachine(...configs), ...machine },
    answers,
  };
}
