import type { Finding, TargetReport } from '../../../../contract/report.ts';
import { shortTime } from '../../../run/short-time.ts';

const DAY_SECONDS = 86_400;

/**
 * When a server that limits requests may be asked again, in a sentence (RFC 9110 §10.2.3: seconds or
 * a date).
 * @param now of this machine; 0 where it is not known
 */
export function allowedFrom(finding: Finding, target: TargetReport | null, now: number): string {
  const said = headerOf(finding, target);
  if (said === null) return 'The server does not say how long. Wait an hour, then try once more.';
  const seconds = /^\d{1,9}$/.test(said) ? Number(said) : null;
  if (seconds === null) {
    const at = Date.parse(said);
    return Number.isNaN(at)
      ? 'The server does not say how long. Wait an hour, then try once more.'
      : `The server takes registrations again from ${shortTime(at)} on.`;
  }
  if (now === 0 || seconds > 30 * DAY_SECONDS) return `The server asks to wait ${seconds} seconds.`;
  return `The server takes registrations again from ${shortTime(now + seconds * 1000)} on.`;
}

/** Of the evidence, else of an answer with 429 in the trace. */
function headerOf(finding: Finding, target: TargetReport | null): string | null {
  const shown = finding.evidence.find(
    (one) => one.kind === 'header' && one.name.toLowerCase() === 'retry-after',
  );
  if (shown?.kind === 'header' && shown.value !== null) return shown.value.trim();
  const limited = (target?.trace ?? []).filter(({ response }) => response?.status === 429);
  const headers = limited.flatMap(({ response }) => response?.headers ?? []);
  return headers.find(([name]) => name.toLowerCase() === 'retry-after')?.[1].trim() ?? null;
}
