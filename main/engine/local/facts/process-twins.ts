import type { ClientId } from '../../../contract/words.ts';
import type { ProcessTwins } from '../../model/machine-facts.ts';
import type { ProcessFacts } from '../../ports.ts';
import { readMcpRemoteArguments } from '../mcp-remote-arguments.ts';
import { remoteHash } from '../stores/remote-hash.ts';
import type { ClientProcess } from './running-clients.ts';

/** A package or script by its name: from a path, so that no argument of the user is taken for one. */
const PACKAGE = /[\\/]node_modules[\\/](?:\.bin[\\/])?((?:@[\w.-]+[\\/])?[\w.-]+)/;
const SCRIPT = /[\\/]([\w.-]+)\.(?:py|[cm]?[jt]s)$/;
const ANCESTORS = 12;

/**
 * Local servers that clients started more than once, with the same words (F129, F135), and mcp-remote
 * also where its client is gone. Pure.
 * @param processes all that were seen
 * @param clients those of them that are clients
 * @returns null where no process shows its arguments, as on Windows
 */
export function processTwins(
  processes: readonly ProcessFacts[],
  clients: readonly ClientProcess[],
): readonly ProcessTwins[] | null {
  if (processes.every(({ args }) => args.length === 0)) return null;
  const above = ancestry(processes, clients);
  const parents = new Set(processes.map(({ parent }) => parent));
  const groups = new Map<string, ProcessFacts[]>();
  for (const process of processes) {
    // Only what starts nothing itself: npx and a shell stand above the server that they start.
    if (parents.has(process.pid) || process.args.length === 0 || nameOf(process) === null) continue;
    // mcp-remote disturbs its like by the store that they share, whoever started it.
    if (hashOf(process) === null && above(process).length === 0) continue;
    const words = JSON.stringify([process.program, process.args]);
    groups.set(words, [...(groups.get(words) ?? []), process]);
  }
  return [...groups.values()].filter((one) => one.length > 1).map((one) => twinsOf(one, above));
}

type Above = (process: ProcessFacts) => readonly ClientId[];

function twinsOf(processes: readonly ProcessFacts[], above: Above): ProcessTwins {
  const [first] = processes;
  return {
    name: (first && nameOf(first)) ?? '',
    hash: first === undefined ? null : hashOf(first),
    pids: processes.map(({ pid }) => pid),
    under: [...new Set(processes.flatMap(above))],
  };
}

/** The clients among a process's parents, the nearest first; mcp-remote is a server here. */
function ancestry(processes: readonly ProcessFacts[], clients: readonly ClientProcess[]): Above {
  const byPid = new Map(processes.map((one) => [one.pid, one]));
  const clientOf = new Map(clients.map(({ client, process }) => [process.pid, client]));
  return (process) => {
    const found: ClientId[] = [];
    let parent = process.parent;
    for (let step = 0; parent !== null && step < ANCESTORS; step += 1) {
      const client = clientOf.get(parent);
      if (client !== undefined && client !== 'mcp-remote') found.push(client);
      parent = byPid.get(parent)?.parent ?? null;
    }
    return found;
  };
}

function nameOf({ program, args }: ProcessFacts): string | null {
  if (readMcpRemoteArguments(program, args) !== null) return 'mcp-remote';
  const found = args
    .slice(0, 3)
    .map((one) => (PACKAGE.exec(one) ?? SCRIPT.exec(one))?.[1])
    .find((one) => one !== undefined);
  return found?.replaceAll('\\', '/') ?? null;
}

function hashOf({ program, args }: ProcessFacts): string | null {
  const url = readMcpRemoteArguments(program, args)?.url ?? null;
  return url === null ? null : remoteHash(url);
}
