import type { HttpRequest } from '../../ports.ts';
import { isAskable } from '../is-askable.ts';
import type { AuthorizeParameters } from './authorize-parameters.ts';

/**
 * May this authorization endpoint be opened?
 * @param endpoint as the metadata has it, untrusted
 * @returns it without a fragment, or null where it is no http(s) address or carries user information
 */
export function authorizeEndpoint(endpoint: unknown): string | null {
  // SECURITY: D6. Which addresses are asked besides, the request port decides (E2).
  if (typeof endpoint !== 'string' || !isAskable(endpoint)) return null;
  const url = new URL(endpoint);
  if (url.username !== '' || url.password !== '') return null;
  url.hash = '';
  return url.href;
}

/**
 * A request to the authorization endpoint by GET, as a browser makes it that was sent there.
 * @param endpoint from `authorizeEndpoint`; a query of its own is kept (RFC 6749 §3.1)
 */
export function authorizeRequest(endpoint: string, parameters: AuthorizeParameters): HttpRequest {
  const url = new URL(endpoint);
  for (const [name, value] of Object.entries(parameters))
    if (typeof value === 'string') url.searchParams.set(name, value);
  const headers = [['Accept', 'text/html,application/xhtml+xml,*/*;q=0.8']] as const;
  return { method: 'GET', url: url.href, headers, body: null, namedBy: 'server' };
}
