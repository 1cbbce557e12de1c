import type { ClientId } from '../../contract/words.ts';
import { speakerOf } from '../modes/evidence/entry-client.ts';
import type { DiagnoseRequest } from './diagnose.ts';
import type { Judged } from './judge-modes.ts';
import type { PlannedTarget } from './plan.ts';

/** The one entry that a finding is about, or null where it is about a file or several entries. */
export function onlyEntryOf({ occurrence }: Judged): string | null {
  const [first, ...others] = occurrence.entries ?? [];
  return others.length === 0 ? (first ?? null) : null;
}

/**
 * What is said once for the whole machine: everything that is not about one entry. A run over
 * chosen servers leaves out what does not touch them: what is about other entries or a file without
 * any (`entries: []`), and what is about a client that has none of them.
 */
export function machineFindings(
  found: readonly Judged[],
  choice: DiagnoseRequest['choice'],
  targets: readonly PlannedTarget[],
): readonly Judged[] {
  const chosen = new Set(targets.flatMap((one) => one.entries.map((entry) => entry.id)));
  const users = new Set(
    targets.flatMap(({ entries }) => entries.flatMap((one) => [one.client, speakerOf(one)])),
  );
  const touches = ({ mode, occurrence }: Judged) =>
    occurrence.entries?.some((id) => chosen.has(id)) ??
    (occurrence.clients ?? mode.clients).some((client) => users.has(client));
  const common = found.filter((one) => onlyEntryOf(one) === null);
  return choice.kind === 'everything' ? common : common.filter(touches);
}

/** Is a finding about one of the clients that were asked for? One that names no client is for all. */
export function concernsAny(
  clients: readonly ClientId[],
  wanted: readonly ClientId[] | null,
): boolean {
  return wanted === null || clients.length === 0 || clients.some((one) => wanted.includes(one));
}
