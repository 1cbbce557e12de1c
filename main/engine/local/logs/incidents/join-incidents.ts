import type { Incident, LogFile } from '../../../model/log-evidence.ts';
import { Grouping } from './group-rounds.ts';
import { roundOf } from './round-of.ts';
import { SignInPairs } from './sign-in-pairs.ts';

const INCIDENT_LIMIT = 100;

/**
 * The stories of several logs as one. Claude Code begins a file with every run, so that a loop is
 * one attempt in each of its files; what other clients write stands in one file, or twice (Claude
 * Desktop tells a server’s story in mcp.log and in the file of the server), and is left as it is.
 * With --debug, Claude Code writes everything into one more file; what that says again is left out.
 * @param logs what is about one server
 * @returns the newest last
 */
export function joinIncidents(logs: readonly LogFile[]): readonly Incident[] {
  const parts = new Map<string, readonly LogFile[]>();
  for (const log of withoutEchoes(logs)) {
    const key = partOf(log);
    parts.set(key, [...(parts.get(key) ?? []), log]);
  }
  return [...parts.values()].flatMap(joinedPart).toSorted(byLast);
}

/** Both files are written in the same moment; times are cut to the millisecond. */
const ECHO_MS = 1000;

/** The debug texts without the attempts that the file of the server tells as well. */
function withoutEchoes(logs: readonly LogFile[]): readonly LogFile[] {
  const told = logs.filter(({ format }) => format === 'code-jsonl');
  if (told.length === 0) return logs;
  const stories = told.flatMap((log) => log.incidents);
  return logs.map((log) => {
    if (log.format !== 'code-debug') return log;
    return { ...log, incidents: log.incidents.filter((one) => !stories.some(isTold(one))) };
  });
}

/** The same client, the same ending, and no time outside of it. */
function isTold(echo: Incident): (story: Incident) => boolean {
  return (story) => {
    const times = [echo.first, echo.last, story.first, story.last];
    if (echo.client !== story.client || echo.ended !== story.ended) return false;
    if (echo.code !== story.code || times.includes(null)) return false;
    const [first = 0, last = 0, from = 0, to = 0] = times.map(Number);
    return first >= from - ECHO_MS && last <= to + ECHO_MS;
  };
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
