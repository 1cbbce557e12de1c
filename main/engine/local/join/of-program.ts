import type { Step } from '../../../contract/words.ts';
import type { LogFile } from '../../model/log-evidence.ts';
import type { ModeCode } from '../../model/mode-code.ts';

/** What can befall a program that a client starts, besides what happens before it runs. */
const OF_PROGRAMS: ReadonlySet<ModeCode> = new Set(['F102', 'F128', 'F133']);

/**
 * What a log says of a server that has no address. Such a program prints what it likes, often about
 * the sign-in, the ports and the hosts of other services that it uses; its client signs in nowhere
 * and calls nobody, so those lines name no fault of the connection.
 * SECURITY: H13: text of a server never becomes a finding about something that it is not.
 * @param log about one server that is a program only
 * @returns the log without the modes that only a server with an address can have
 */
export function ofProgram(log: LogFile): LogFile {
  return {
    ...log,
    sightings: log.sightings.map((one) => ({ ...one, code: kept(one) })),
    incidents: log.incidents.map((one) => ({
      ...one,
      code: kept(one),
      events: one.events.map((event) => ({ ...event, code: kept(event) })),
    })),
  };
}

function kept({
  code,
  step,
}: {
  readonly code: ModeCode | null;
  readonly step: Step;
}): ModeCode | null {
  return code !== null && (step === 'local' || OF_PROGRAMS.has(code)) ? code : null;
}
