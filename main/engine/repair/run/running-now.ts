import type { RepairStep } from '../../../contract/repair.ts';
import { CLIENT_WORDS, type ClientId } from '../../../contract/words.ts';
import { clientProcesses, runningClients } from '../../local/facts/running-clients.ts';
import type { RunningClient } from '../../model/machine-facts.ts';
import type { Ports } from '../../ports.ts';
import type { Blocked } from '../plan/obstacle-words.ts';
import { isRunning, quitWords } from '../plan/quit-words.ts';

/** Which clients run at this moment; null where that cannot be seen. */
export async function runningNow({
  machine,
  place,
}: Pick<Ports, 'machine' | 'place'>): Promise<readonly RunningClient[] | null> {
  const processes = await machine.processes().catch(() => null);
  return processes === null ? null : runningClients(clientProcesses(processes, place.os));
}

type Running = readonly RunningClient[] | null;

/** The steps that ask to quit clients, one each (safety G10). */
export function quitSteps(
  quits: readonly ClientId[],
  running: Running,
  { os }: Ports['place'],
): readonly RepairStep[] {
  return [...new Set(quits)].map((client) => {
    const runs = isRunning(client, running);
    return { kind: 'wait-for-quit', client, running: runs, text: quitWords(client, os, runs) };
  });
}

/** Clients that run and would write over the change. One that cannot be seen does not block. */
export function stillRunning(
  quits: readonly ClientId[],
  running: Running,
  { os }: Ports['place'],
): readonly Blocked[] {
  return [...new Set(quits)]
    .filter((client) => isRunning(client, running) === true)
    .map((client) => ({
      why: `${CLIENT_WORDS[client]} runs, and would write over the change.`,
      whatToDo: quitWords(client, os, true),
    }));
}
