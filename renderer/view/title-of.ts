import type { ChosenTarget, Overview, OverviewServer } from '../../main/contract/table.ts';
import type { Load } from '../store/load.ts';
import { FRAME } from '../texts.ts';

/** The configured server that was chosen, where it is one and is still there. */
export function serverOf(
  target: ChosenTarget,
  overview: Load<Overview>,
): OverviewServer | undefined {
  if (target.kind !== 'server' || overview.phase !== 'ready') return undefined;
  return overview.value.servers.find(({ id }) => id === target.id);
}

/** What a chosen target is called. */
export function titleOf(target: ChosenTarget, server: OverviewServer | undefined): string {
  if (target.kind === 'demo') return FRAME.demoName;
  if (target.kind === 'address') return target.address;
  return server?.name ?? target.id;
}
