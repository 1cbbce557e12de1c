import { gatherConfigs } from '../local/gather-configs.ts';
import type { Ports } from '../ports.ts';
import { planTargets, type TargetChoice } from '../run/plan.ts';
import type { WatchTarget } from './watch-request.ts';

/**
 * What to look for in the logs, from what the user named. A name that leads to several servers
 * stands for all of them.
 * @returns null where nothing was named: then every server is told of
 * @throws AppError `unknown-name` or `unknown-target` where the choice names nothing
 */
export async function watchedTarget(
  choice: TargetChoice,
  ports: Pick<Ports, 'files' | 'place'>,
  signal: AbortSignal,
): Promise<WatchTarget | null> {
  if (choice.kind === 'everything') return null;
  // Only configurations name servers; nothing else of the machine is read for this.
  const { read } = await gatherConfigs(ports, signal);
  const configs = read.map(({ config }) => config);
  const { targets } = planTargets(choice, { configs });
  const urls = new Set(targets.map(({ url }) => url));
  const [url = null] = urls.size === 1 ? urls : [];
  return { url, entries: targets.flatMap(({ entries }) => entries) };
}
