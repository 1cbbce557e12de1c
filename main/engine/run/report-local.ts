import type { TargetReport } from '../../contract/report.ts';
import type { IncidentReport, StoredReport } from '../../contract/story.ts';
import { storedLines } from '../local/join/stored-lines.ts';
import { joinIncidents } from '../local/logs/incidents/join-incidents.ts';
import { incidentWords } from '../local/logs/incidents/incident-words.ts';
import type { LocalEvidence } from '../model/evidence.ts';
import type { Incident } from '../model/log-evidence.ts';
import { isoTimeOf } from './iso-time.ts';
import { shortTime } from './short-time.ts';

/** More stories of one server would tell a reader nothing new. */
const INCIDENT_LIMIT = 20;

/** What lies on the machine about one server, in the form of a report: stories newest first. */
export function reportLocal(
  local: LocalEvidence | null,
): Pick<TargetReport, 'incidents' | 'stored'> {
  if (local === null) return { incidents: [], stored: [] };
  const stories = joinIncidents(local.logs).toSorted(
    (one, two) => (two.last ?? 0) - (one.last ?? 0),
  );
  const stored: StoredReport[] = [...storedLines(local.stores, local.facts.now)];
  return { incidents: stories.slice(0, INCIDENT_LIMIT).map(reportIncident), stored };
}

/** One story of a log, in the form of a report. */
export function reportIncident(incident: Incident): IncidentReport {
  const { first, last, events, ...rest } = incident;
  return {
    ...rest,
    says: incidentWords(incident, shortTime),
    first: isoTimeOf(first),
    last: isoTimeOf(last),
    lines: events.map(({ line, time, text }) => ({ line, time: isoTimeOf(time), text })),
  };
}
