import { isUrl } from '../../../contract/is-url.ts';
import type { DocumentAttempt } from '../../model/evidence.ts';
import { isUnreachable } from './unreachable-server.ts';

/**
 * The code of what is wrong with the authorization server's metadata, for a client that ends up
 * without any: the same judgement that the modes make, so that verdict and finding agree.
 * @param attempts the addresses that this client asked, or the one at which it stopped
 * @returns F15 where its host is out of reach, F17 for a document with a defect, F18 where the
 *   address sends clients to another origin, F28 where there is none
 */
export function serverProblem(attempts: readonly DocumentAttempt[]): 'F15' | 'F17' | 'F18' | 'F28' {
  const asked = askedByClients(attempts);
  if (isUnreachable(asked)) return 'F15';
  if (asked.some((one) => one.json !== null)) return 'F17';
  return asked.some(movesElsewhere) ? 'F18' : 'F28';
}

/** The addresses where clients look: not the root of an issuer with a path, nor the retired one. */
export function askedByClients(attempts: readonly DocumentAttempt[]): readonly DocumentAttempt[] {
  return attempts.filter(({ place }) => place !== 'oauth-root' && place !== 'oauth-path');
}

/**
 * Does a metadata address send clients to another origin, and not to a login? They do not follow it
 * there (AS-23; OBSERVED, reference-clients 2.4). A redirect to a login is F25's.
 */
export function movesElsewhere({ problem, url }: DocumentAttempt): boolean {
  if (problem?.kind !== 'redirect' || !isUrl(problem.to, url)) return false;
  const to = new URL(problem.to, url);
  return to.origin !== new URL(url).origin && !LOGIN.test(to.pathname + to.search);
}

/** Words by which the address of a login is known. */
const LOGIN =
  /log-?in|sign-?in|sso|saml|authori[sz]e|oauth2?\/|account|session|return_?(to|url)|redirect/i;
