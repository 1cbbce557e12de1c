import { isUrl } from '../../../contract/is-url.ts';
import type { Exchange } from '../../model/evidence.ts';
import type { SignInRound } from '../../model/sign-in-evidence.ts';
import { resourceMetadataAddresses } from '../../probe/addresses.ts';
import { isLoopbackHost } from '../../safety/loopback-host.ts';

/** Lines that a server can send as they stand here, for the snippets of findings. */

/** The redirect with which a sign-in ends (RFC 9700 §4.12: 303 after a form). */
export function redirectLines({ redirectUri }: SignInRound): string {
  const joint = redirectUri.includes('?') ? '&' : '?';
  return `HTTP/1.1 303 See Other\nLocation: ${redirectUri}${joint}code=CODE&state=STATE`;
}

/** The policy of a consent page that lets the browser go back to this client; null for odd addresses. */
export function formActionLine({ redirectUri }: SignInRound): string | null {
  if (!isUrl(redirectUri)) return null;
  const { protocol, origin, hostname } = new URL(redirectUri);
  // The port of a listener is another each time (RFC 8252 §7.3).
  const back = isLoopbackHost(hostname)
    ? 'http://localhost:* http://127.0.0.1:*'
    : origin === 'null'
      ? protocol
      : origin;
  return `Content-Security-Policy: form-action 'self' ${back}`;
}

/** The header of a 403 for want of scope (RFC 6750 §3.1), for the server that was called. */
export function scopeLine({ request }: Exchange): string {
  const [document] = resourceMetadataAddresses(request.url);
  const where = document === undefined ? '' : `, resource_metadata="${document.url}"`;
  return `WWW-Authenticate: Bearer error="insufficient_scope", scope="EVERY SCOPE OF THE CALL"${where}`;
}

/** What a token endpoint answers (RFC 6749 §5.1). */
export const TOKEN_LINES = `HTTP/1.1 200 OK
Content-Type: application/json
Cache-Control: no-store

{"access_token": "…", "token_type": "Bearer", "expires_in": 3600, "refresh_token": "…", "scope": "…"}`;

/** An error of the token endpoint (RFC 6749 §5.2). */
export function tokenErrorLines(status: 400 | 401, error: string): string {
  const line = status === 400 ? '400 Bad Request' : '401 Unauthorized';
  return `HTTP/1.1 ${line}\nContent-Type: application/json\nCache-Control: no-store\n\n{"error": "${error}"}`;
}
