import type { TargetReport } from '../../contract/report.ts';

/**
 * How the client of a traced sign-in got its id, in the words of the vendor’s template: it sent the
 * address of a document, registered itself (the id stands in an answer), or was given one.
 */
export function registrationKind({ trace }: TargetReport): string {
  const asked = trace.find((one) => one.purpose === 'token request')?.request.body ?? '';
  const id = new URLSearchParams(asked).get('client_id');
  if (id?.startsWith('https://') === true) return 'Client ID Metadata Document (CIMD)';
  const answers = trace
    .filter((one) => one.purpose === 'client registration')
    .map((one) => one.response?.body ?? '');
  const isOwn = answers.some(
    (body) => body.includes('"client_id"') && (id === null || body.includes(id)),
  );
  if (isOwn) return 'Dynamic Client Registration (DCR)';
  return id === null ? '_Fill in: DCR, CIMD or Static._' : 'Static';
}
