import type { Incident, LogFile } from '../../../model/log-evidence.ts';
import { Grouping } from './group-rounds.ts';
import { roundOf } from './round-of.ts';
import { SignInPairs } from './sign-in-pairs.ts';

const INCIDENT_LIMIT = 100;

/**
 * The stories of several logs as one. Claude Code begins a file with every run, so that a loop is
 * one attempt in each of its files; what other clients write stands in one file, or twice (Claude
 * Desktop tells a server’s story in mcp.log and in the file of the server), and is left as it is.
 * @param logs what is about one server
 * @returns the newest last
 */
export function joinIncidents(logs: readonly LogFile[]): readonly Incident[] {
  const parts = new Map<string, readonly LogFile[]>();
  for (const log of logs) {
    const key = partOf(log);
    parts.set(key, [...(parts.get(key) ?? []), log]);
  }
  return [...parts.values()].flatMap(joinedPart).toSorted(byLast);
}

function partOf({ format, client, project, server, file }: LogFile): string {
  return JSON.stringify(format === 'code-jsonl' ? [client, project, server] : [file]);
}

function joinedPart(logs: readonly LogFile[]): readonly Incident[] {
  if (logs.length === 1) return logs[0]?.incidents ?? [];
  const pairs = new SignInPairs();
  const grouping = new Grouping(INCIDENT_LIMIT);
  const incidents = logs.flatMap((log) => log.incidents).toSorted(byFirst);
  const rounds = incidents.flatMap((one) => pairs.take(roundOf(one)));
  for (const round of [...rounds, ...pairs.rest()]) grouping.add(round);
  return grouping.result();
}

function byFirst(one: Incident, two: Incident): number {
  return (one.first ?? 0) - (two.first ?? 0);
}

function byLast(one: Incident, two: Incident): number {
  return (one.last ?? 0) - (two.last ?? 0);
}
