import type { ClientId } from '../../../contract/words.ts';
import type { LocalEvidence } from '../../model/evidence.ts';
import type { Incident } from '../../model/log-evidence.ts';
import { joinIncidents } from '../logs/incidents/join-incidents.ts';

/**
 * The newest story of every client about a server. One that merely ended on purpose, or of which
 * the log says nothing more, does not hide the one before it.
 * @param logs what is about the server
 */
export function newestStories({
  logs,
}: Pick<LocalEvidence, 'logs'>): ReadonlyMap<ClientId, Incident> {
  const told = joinIncidents(logs)
    .filter(({ ended }) => ended !== 'closed' && ended !== 'open')
    .toSorted((one, two) => (one.last ?? 0) - (two.last ?? 0));
  return new Map(told.map((one) => [one.client, one]));
}
