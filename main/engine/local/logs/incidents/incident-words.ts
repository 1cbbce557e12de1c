import { CLIENT_WORDS } from '../../../../contract/words.ts';
import type { Incident } from '../../../model/log-evidence.ts';

/** A story in one sentence. */
export function incidentWords(incident: Incident, format: (ms: number) => string): string {
  const at = incident.last === null ? '' : ` at ${format(incident.last)}`;
  return `${CLIENT_WORDS[incident.client]}: ${incident.rounds} attempts, ${incident.ended}${at}.`;
}
