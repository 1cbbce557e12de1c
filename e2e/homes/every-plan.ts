import type { Evidence, Finding, TargetReport } from '../../main/contract/report.ts';
import type { MachineEvidence } from '../../main/engine/model/evidence.ts';
import type { Fix, FixPlan } from '../../main/engine/model/fix.ts';
import { FIXES } from '../../main/engine/repair/fixes/index.generated.ts';
import type { Diagnosis } from '../../main/engine/run/diagnose.ts';

/** What a user may answer, as far as it is the same for all. */
const ANSWERS = {
  program: '/opt/node-22/bin/npx',
  certificate: '/opt/company/authority.pem',
  'client-file': '/opt/company/client.json',
  'client-id': 'cid-9',
  'callback-port': '8123',
  default: 'blue',
  scopes: 'challenge',
  'rename-entry': '1',
  'remove-entry': '1',
};

/** One plan, and what it was made of. */
export interface Planned {
  readonly fix: Fix;
  readonly plan: FixPlan;
  readonly finding: Finding;
  readonly target: TargetReport | null;
}

/**
 * All plans of all fixes for a machine: for each code a finding, of the machine and of each server,
 * whose evidence points at everything that lies there.
 */
export function everyPlan({ report, machine }: Diagnosis): readonly Planned[] {
  const evidence = everywhere(machine);
  const places = [null, ...report.targets];
  return places.flatMap((target) =>
    FIXES.flatMap((fix) =>
      fix.codes.flatMap((code) => {
        const finding = findingOf(code, evidence);
        const plans = fix.plan({ finding, target, machine, answers: ANSWERS });
        return plans.map((plan) => ({ fix, plan, finding, target }));
      }),
    ),
  );
}

function everywhere({ configs, settings, stores, logs }: MachineEvidence): Evidence[] {
  const at = (file: string, pointer: string | null, line: number | null): Evidence => ({
    kind: 'file',
    file,
    pointer,
    line,
    column: 1,
    excerpt: null,
  });
  return [
    ...configs.flatMap(({ file, entries, problems }) => [
      at(file, null, null),
      ...problems.map(({ line }) => at(file, null, line)),
      ...entries.flatMap((one) => [
        at(file, one.pointer, one.line),
        ...one.facts.map((fact) => at(file, fact.at.pointer, fact.at.line)),
      ]),
    ]),
    ...settings.flatMap(({ file, facts }) =>
      facts.flatMap(({ pointer, line, name }): Evidence[] => [
        at(file, pointer, line),
        { kind: 'store', file, pointer: null, fact: `${name} is set` },
      ]),
    ),
    ...[...stores.signIns, ...stores.needsAuth, ...stores.locks].map((one): Evidence => ({
      kind: 'store',
      file: one.file,
      pointer: 'pointer' in one ? one.pointer : null,
      fact: 'kept',
    })),
    ...logs.map(({ file }): Evidence => ({
      kind: 'store',
      file: folderOf(file),
      pointer: null,
      fact: 'big',
    })),
    {
      kind: 'mismatch',
      what: 'address',
      expected: 'https://new.example/mcp',
      received: '',
      differsAt: 0,
    },
  ];
}

function folderOf(file: string): string {
  return file.slice(0, Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')));
}

function findingOf(code: string, evidence: Evidence[]): Finding {
  return {
    code,
    title: 'Something is wrong here',
    severity: 'error',
    category: 'runtime',
    step: 'local',
    confidence: 'certain',
    clients: ['claude-code', 'claude-hosted', 'mcp-remote', 'claude-desktop-stdio'],
    requirements: [],
    explanation: 'It is wrong.',
    whatToDo: 'Repair it.',
    snippet: null,
    evidence,
    consequenceOf: null,
    fixes: [],
    references: [],
  };
}
