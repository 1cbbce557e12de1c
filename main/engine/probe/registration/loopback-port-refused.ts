import { isUrl } from '../../../contract/is-url.ts';
import type { AuthorizeAttempt } from '../../model/registration-evidence.ts';
import { isLoopbackHost } from '../../safety/loopback-host.ts';
import { isAboutRedirect } from './client-document.ts';

/**
 * Was a client-id document taken and its loopback redirect refused for its port? The documents of
 * programs list their loopback redirect without one.
 * @see CI-13; RFC 8252 §7.3
 */
export function loopbackPortRefused(attempt: AuthorizeAttempt): boolean {
  if (!isUrl(attempt.redirectUri)) return false;
  const { hostname, port } = new URL(attempt.redirectUri);
  return isAboutRedirect(attempt) && port !== '' && isLoopbackHost(hostname);
}
