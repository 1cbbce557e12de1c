import type { MachineReport, Report, Verdict } from '../../../contract/report.ts';
import type { ClientId, Outcome } from '../../../contract/words.ts';
import type { SavedReport } from '../report-places.ts';

type Judged = Outcome | readonly [Outcome, string];

/** A report of another machine (macOS) over one server, as CI would have saved it. */
export function savedReport(options: {
  readonly url: string;
  readonly verdicts: Readonly<Partial<Record<ClientId, Judged>>>;
  readonly installs?: MachineReport['installs'];
  readonly facts?: MachineReport['facts'];
}): SavedReport {
  const { url, verdicts, installs = [], facts = [] } = options;
  const report: Report = {
    schema: 'unblank.report/1',
    tool: { name: 'unblank', version: '0.1.0' },
    startedAt: '2026-11-23T14:03:12.000Z',
    durationMs: 10,
    complete: true,
    targets: [
      {
        id: 'there',
        url,
        transport: 'http',
        names: [],
        rootCause: null,
        verdicts: Object.entries(verdicts).map(([client, one]) => verdict(client as ClientId, one)),
        findings: [],
        specification: [],
        registrationTried: false,
        leftBehind: [],
        signIn: null,
        incidents: [],
        stored: [],
        trace: [],
      },
    ],
    machine: { os: 'darwin', installs, configs: [], logs: [], facts, findings: [] },
    notExamined: [],
  };
  return { file: '/ci/there.json', report };
}

function verdict(client: ClientId, judged: Judged): Verdict {
  const [outcome, cause] = typeof judged === 'string' ? [judged, null] : judged;
  return {
    client,
    version: null,
    outcome,
    step: 'reach',
    cause,
    confidence: 'certain',
    why: 'Seen.',
    stopsAt: null,
    sees: null,
  };
}
