import type { Finding, Verdict } from '../../main/contract/report.ts';
import type { OverviewServer } from '../../main/contract/table.ts';
import { CLIENT_IDS, type ClientId } from '../../main/contract/words.ts';
import { keyOfTarget, reportOf, type Run } from '../store/diagnoses.ts';
import { leadingFinding } from './arrange-findings.ts';

export interface MatrixRow {
  readonly server: OverviewServer;
  readonly run: Run | undefined;
  /** By client, as far as the last report judged it. */
  readonly verdicts: ReadonlyMap<ClientId, Verdict>;
  /** What to fix first there; null where nothing is, or nothing was checked. */
  readonly first: { readonly finding: Finding; readonly blocks: boolean } | null;
}

export interface VerdictMatrix {
  /** Those that any server was judged for, in the usual order. */
  readonly clients: readonly ClientId[];
  readonly rows: readonly MatrixRow[];
  /** The row to begin with: the first that is stopped, else the first at risk; null where all pass. */
  readonly lead: MatrixRow | null;
  readonly checked: number;
  readonly running: number;
}

/**
 * Every server against every client, from the last check of each. Pure.
 * @param servers in the order in which they are shown
 * @param runs by the key of their target
 */
export function verdictMatrix(
  servers: readonly OverviewServer[],
  runs: Readonly<Record<string, Run>>,
): VerdictMatrix {
  const rows = servers.map((server) => rowOf(server, runs));
  const judged = new Set(rows.flatMap(({ verdicts }) => [...verdicts.keys()]));
  const isBusy = ({ run }: MatrixRow) => run?.phase === 'starting' || run?.phase === 'running';
  return {
    clients: CLIENT_IDS.filter((client) => judged.has(client)),
    rows,
    lead: rows.find(({ first }) => first?.blocks) ?? rows.find(({ first }) => first) ?? null,
    checked: rows.filter(({ run }) => run?.phase === 'finished' || run?.phase === 'failed').length,
    running: rows.filter(isBusy).length,
  };
}

function rowOf(server: OverviewServer, runs: Readonly<Record<string, Run>>): MatrixRow {
  const run = runs[keyOfTarget({ kind: 'server', id: server.id })];
  const target = reportOf(run)?.targets[0];
  const verdicts = new Map((target?.verdicts ?? []).map((one) => [one.client, one] as const));
  return { server, run, verdicts, first: target === undefined ? null : leadingFinding(target) };
}
