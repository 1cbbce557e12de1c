import type { TargetReport } from '../../../../contract/report.ts';

/** Whether the server was seen to speak the event stream of 2024 and nothing else. */
export function offersOnlyStream(target: TargetReport | null): boolean {
  const posted = statusOf(target, 'initialize');
  const isRefused = posted === 404 || posted === 405;
  return isRefused && statusOf(target, 'event stream') === 200;
}

function statusOf(target: TargetReport | null, purpose: string): number | null {
  const seen = target?.trace.filter((one) => one.purpose === purpose) ?? [];
  return seen.at(-1)?.response?.status ?? null;
}
