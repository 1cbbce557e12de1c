import type { ClientId } from '../../../contract/words.ts';
import type { JsonObject } from '../../model/evidence.ts';
import { isUsableResourceMetadata } from '../../clients/replay/resource-metadata.ts';
import { challengeOf } from '../challenge-of.ts';
import { parameterOf } from '../challenge.ts';
import type { ServerEvidence } from '../gather-server.ts';
import { offersOffline, withOffline } from './offline-scope.ts';

/** Seen or reported to register without a scope (claude-code#8001); all others send the resolved one. */
const WITHOUT_SCOPE: readonly ClientId[] = ['claude-hosted'];

type Told = Pick<ServerEvidence, 'first' | 'resourceMetadata'>;

/**
 * The scope that a client puts into its registration (OBSERVED with Claude Code and mcp-remote).
 * @param document the metadata of the authorization server
 * @returns null where it sends none
 * @see DR-18
 */
export function registrationScope(as: ClientId, server: Told, document: JsonObject): string | null {
  if (WITHOUT_SCOPE.includes(as)) return null;
  return withOffline(as, resolvedScope(server), offersOffline(document));
}

/** The scope that clients ask for: that of the challenge, else all that the resource metadata lists. */
export function resolvedScope(server: Told): string | null {
  const bearer = challengeOf(server.first)?.bearer ?? null;
  const asked = bearer === null ? null : parameterOf(bearer, 'scope');
  if (asked) return asked;
  const listed = usedResource(server)?.scopes_supported;
  return Array.isArray(listed) && listed.length > 0 ? listed.join(' ') : null;
}

/** The `resource` that clients name at the sign-in, or null where no usable document has one. */
export function namedResource(server: Told): string | null {
  const resource = usedResource(server)?.resource;
  return typeof resource === 'string' ? resource : null;
}

function usedResource({ resourceMetadata }: Told): JsonObject | null {
  return resourceMetadata.find((one) => isUsableResourceMetadata(one))?.json ?? null;
}
