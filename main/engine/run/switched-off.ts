import type { Verdict } from '../../contract/report.ts';
import { isOff, switchedOffBy } from '../local/settings/switched-off-by.ts';
import type { Client } from '../model/client.ts';
import type { MachineEvidence, NotExamined, TargetEvidence } from '../model/evidence.ts';
import { speakerOf } from '../modes/evidence/entry-client.ts';
import { redactUrl } from '../redact/url.ts';
import { visible } from '../redact/visible.ts';
import type { PlannedTarget } from './plan.ts';

type Judged = Omit<Verdict, 'client' | 'version'>;

/** Whether every entry that leads to a server is switched off, so that nobody here uses it. */
export function isSwitchedOff(
  { entries }: Pick<PlannedTarget, 'entries'>,
  { settings }: Pick<MachineEvidence, 'settings'>,
): boolean {
  return entries.length > 0 && entries.every((entry) => isOff(entry, settings));
}

/** That such a server was left alone, and how to have it asked. */
export function notAsked({ url, entries }: PlannedTarget): NotExamined {
  const name = entries[0]?.name ?? '';
  const what = url === null ? visible(name) : `${visible(name)}: ${visible(redactUrl(url))}`;
  return { what, why: 'It is switched off here, so it was not asked. Name it to have it asked.' };
}

/**
 * The verdict of a client whose every entry for the server is switched off: it never connects,
 * whatever the server says.
 * @param judged what its rules and its log say
 */
export function withSwitchedOff(judged: Judged, { id }: Client, evidence: TargetEvidence): Judged {
  const { entries, local } = evidence;
  const own = entries.filter((one) => speakerOf(one) === id);
  if (local === null || !isSwitchedOff({ entries: own }, local)) return judged;
  const [off] = own.flatMap((one) => switchedOffBy(one, local.settings));
  const where = off === undefined ? '' : ` (${visible(off.at.file)}, line ${off.at.line})`;
  return {
    outcome: 'blocked',
    step: 'local',
    cause: 'F116',
    confidence: 'certain',
    why: `The server is switched off for this client${where}.`,
    stopsAt: null,
    sees: null,
  };
}
