import { isUrl } from '../../../contract/is-url.ts';
import type {
  RegistrationAttempt,
  RegistrationEvidence,
} from '../../model/registration-evidence.ts';
import { isLoopbackHost } from '../../safety/loopback-host.ts';
import { clientAttempts, redirectsOf } from './attempts.ts';
import { refusalOf } from './refusal.ts';

/** Are all redirects of this registration on the user's own machine? */
export function hasLoopbackOnly(attempt: RegistrationAttempt): boolean {
  const uris = redirectsOf(attempt);
  return uris.length > 0 && uris.every(isLoopback);
}

/** The clients on the user's machine that were refused for their redirect (DR-08). */
export function loopbackRefused(
  registration: RegistrationEvidence,
): readonly RegistrationAttempt[] {
  return clientAttempts(registration).filter(
    (one) => hasLoopbackOnly(one) && refusalOf(one, registration.attempts) === 'redirect',
  );
}

function isLoopback(uri: string): boolean {
  if (!isUrl(uri)) return false;
  const { protocol, hostname } = new URL(uri);
  return protocol === 'http:' && isLoopbackHost(hostname);
}
