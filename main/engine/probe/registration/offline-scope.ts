import type { ClientId } from '../../../contract/words.ts';
import type { JsonObject } from '../../model/evidence.ts';

/**
 * Those that add offline_access to whatever scope they ask for, where the metadata lists it: the
 * TypeScript SDK 2 when it registers and when it asks (OBSERVED with Claude Code 2.1.330 and
 * mcp-remote 0.15.1), hosted Claude by its documentation.
 */
const ADDING: readonly ClientId[] = [
  'claude-hosted',
  'claude-code',
  'claude-desktop-code',
  'mcp-remote',
];

/** Does the authorization server list offline_access? */
export function offersOffline({ scopes_supported: listed }: JsonObject): boolean {
  return Array.isArray(listed) && listed.includes('offline_access');
}

/**
 * The scope that a client really asks for.
 * @param scope what it was told to ask for, or null for none
 * @see AS-25; reference-clients 2.1 step 7
 */
export function withOffline(as: ClientId, scope: string | null, isOffered: boolean): string | null {
  const isAdded = isOffered && ADDING.includes(as);
  if (!isAdded || scope === null || scope.split(' ').includes('offline_access')) return scope;
  return `${scope} offline_access`;
}
