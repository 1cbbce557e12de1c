import type { TargetReport } from '../../main/contract/report.ts';
import { hostOf } from './host-of.ts';

/**
 * The host at which a registration would be tried: that of the registration endpoint in the first
 * authorization server document that was read.
 * @returns null where no document names one: then there is nothing to ask a person's leave for
 */
export function registrationHost({ trace }: TargetReport): string | null {
  for (const { step, response } of trace) {
    const body = step === 'server-metadata' ? (response?.body ?? '') : '';
    const url = /"registration_endpoint"\s*:\s*"([^"]+)"/.exec(body)?.[1];
    if (url !== undefined) return hostOf(url);
  }
  return null;
}
