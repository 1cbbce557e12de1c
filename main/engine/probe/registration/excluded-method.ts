import type { JsonObject } from '../../model/evidence.ts';

/**
 * The token endpoint method that a registration gave and the server's own metadata does not list,
 * so that clients find none that works; or null.
 * @param json the answer to a registration
 * @param document the server's metadata
 * @see TK-22; reference-clients 2.1 step 12 and 2.4 (OBSERVED: basic and a secret, metadata none only)
 */
export function excludedMethod(
  json: JsonObject | null,
  document: JsonObject | null,
): string | null {
  const method = json?.token_endpoint_auth_method;
  const listed = document?.token_endpoint_auth_methods_supported;
  if (typeof method !== 'string' || !Array.isArray(listed)) return null;
  return listed.length === 0 || listed.includes(method) ? null : method;
}
