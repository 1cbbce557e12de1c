import { gatherProxies } from '../local/proxies.ts';
import type { NotExamined } from '../model/evidence.ts';
import type { Place } from '../ports.ts';

/**
 * Says that a proxy is set: Unblank does not use it, and a client that does may take another way
 * than we did (F12 says which does). A copied profile has no environment, and so no note.
 * @returns one line for all variables that are set, credentials masked (safety E7), or none
 */
export function proxyNote(place: Pick<Place, 'env'>): readonly NotExamined[] {
  const set = gatherProxies(place).map(({ variable, value }) => `${variable}=${value}`);
  if (set.length === 0) return [];
  const why =
    'Unblank asks directly and does not use the proxy. Claude Code (2.1.133 and newer) goes through it, mcp-remote only with --enable-proxy, and they may fare differently.';
  return [{ what: `The proxy that is set here (${set.join(', ')})`, why }];
}
