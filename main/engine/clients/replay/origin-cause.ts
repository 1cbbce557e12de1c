import type { Replay } from './replay.ts';
import { isUsableResourceMetadata } from './resource-metadata.ts';
import { resourceProblem } from './resource-problem.ts';

/**
 * Why a client took the MCP origin for the authorization server: the resource metadata that it lost
 * is the cause of everything that it then meets there.
 * @returns the code, or null where the metadata named the server
 * @see F16, F22 to F25, F27; reference-clients 2.1 step 3
 */
export function originCause(replay: Replay): string | null {
  if (replay.issuerFrom !== 'origin') return null;
  return overlooksNamed(replay) ? 'F22' : resourceProblem(replay.resourceTried);
}

/** The 401 names a good document, in a form that this client cannot read (RS-05, RS-06). */
function overlooksNamed({ evidence, metadataUrl }: Replay): boolean {
  const named = evidence.resourceMetadata?.find((one) => one.place === 'header');
  return metadataUrl === null && named !== undefined && isUsableResourceMetadata(named);
}
