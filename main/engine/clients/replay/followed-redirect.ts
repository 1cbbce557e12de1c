import type { Exchange } from '../../model/evidence.ts';
import { headerOf } from '../../probe/header.ts';

/**
 * Where clients follow a redirect of the first request: 307 or 308, which keep the POST, on the same
 * origin. We do not follow it, so what lies there is not seen.
 * @returns the address, or null where clients stop at this answer
 * @see RS-36; reference-clients 2.1 step 0, 2.4 (OBSERVED with /mcp answering 307 to /mcp/)
 */
export function followedRedirect({ outcome, request }: Exchange): string | null {
  if (outcome.kind === 'failure') return null;
  const { status, headers } = outcome.response;
  const to = headerOf(headers, 'location');
  if ((status !== 307 && status !== 308) || to === null || !URL.canParse(to, request.url))
    return null;
  const target = new URL(to, request.url);
  return target.origin === new URL(request.url).origin ? target.href : null;
}
