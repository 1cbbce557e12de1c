import { switchedOffBy } from '../local/settings/switched-off-by.ts';
import type { MachineEvidence, ServerEntry } from '../model/evidence.ts';
import { visible } from '../redact/visible.ts';

/**
 * Why the client of an entry passes it over although it stands there.
 * @returns in words with the file that says so and the project it is for, or null
 */
export function switchedOff(entry: ServerEntry, { settings }: MachineEvidence): string | null {
  const [first] = switchedOffBy(entry, settings);
  if (first === undefined) return null;
  const { by, at, project } = first;
  const how = by === 'unapproved' ? 'not approved yet' : 'switched off';
  const where = project === null ? '' : `, for ${visible(project)}`;
  return `${how} in ${visible(at.file)}, line ${at.line}${where}`;
}
