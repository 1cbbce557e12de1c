import type { Evidence } from '../../../contract/report.ts';
import type { ClientId } from '../../../contract/words.ts';
import type { LogFile, LogSighting } from '../../model/log-evidence.ts';
import { isoTimeOf } from '../../run/iso-time.ts';

/** A known line and the log in which it stands. */
export interface Sighted {
  readonly log: LogFile;
  readonly sighting: LogSighting;
}

interface WithLogs {
  readonly logs: readonly LogFile[];
}

/**
 * Lines of logs by a quality of them, the newest first.
 * @param local what lies on the machine, about all servers or one; null where nobody looked
 */
export function sightedIn(
  local: WithLogs | null,
  wanted: (sighting: LogSighting, log: LogFile) => boolean,
): readonly Sighted[] {
  const all = local?.logs ?? [];
  return all
    .flatMap((log) => log.sightings.map((sighting) => ({ log, sighting })))
    .filter(({ log, sighting }) => wanted(sighting, log))
    .toSorted((one, two) => (two.sighting.last ?? 0) - (one.sighting.last ?? 0));
}

/** Was a log of one of these clients read? Then what it does not hold was not written into it. */
export function hasLogOf(local: WithLogs | null, clients: readonly ClientId[]): boolean {
  return (
    local?.logs.some(({ client, read }) => read !== 'none' && clients.includes(client)) === true
  );
}

/** Points at a line of a log; it is already masked. */
export function lineEvidence({ log, sighting }: Sighted): Evidence {
  const { newest, count, first, last } = sighting;
  return {
    kind: 'log',
    file: log.file,
    line: newest.line,
    time: isoTimeOf(newest.time),
    text: newest.text,
    count,
    first: isoTimeOf(first),
    last: isoTimeOf(last),
  };
}
