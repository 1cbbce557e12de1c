import type { ClientId } from '../../../contract/words.ts';
import type {
  RegistrationAttempt,
  RegistrationEvidence,
} from '../../model/registration-evidence.ts';
import type { Broken, RequirementOutcome } from '../../model/requirement.ts';
import { clientAttempts, isMade, redirectsOf } from '../../probe/registration/attempts.ts';
import { bodyOf } from '../../probe/registration/body-of.ts';
import { loopbackRefused } from '../../probe/registration/loopback-refused.ts';
import { refusalOf } from '../../probe/registration/refusal.ts';
import { brokenBy } from './over-registration.ts';

/**
 * Can one client register its redirects? Where loopback is refused to all, a set with loopback in it
 * falls with it, and DR-08 says so.
 * @param as the client
 * @param broken what to say, given the redirect that the answer names or the whole set
 * @see DR-09, DR-10, DR-11
 */
export function redirectsRegister(
  registration: RegistrationEvidence,
  as: ClientId,
  broken: (uris: string, attempt: RegistrationAttempt) => Omit<Broken, 'evidence'>,
): RequirementOutcome {
  const attempt = clientAttempts(registration).find((one) => one.as === as);
  if (attempt === undefined) return { notSeen: 'This registration was not tried.' };
  if (isMade(attempt)) return 'met';
  if (refusalOf(attempt, registration.attempts) !== 'redirect')
    return { notSeen: 'It was refused for another reason, so its redirects were not judged.' };
  const uris = redirectsOf(attempt);
  const mixed = uris.some((one) => one.startsWith('http:'));
  if (mixed && loopbackRefused(registration).length > 0) return 'not-applicable';
  return brokenBy([attempt], broken(offenders(uris, bodyOf(attempt.exchange)), attempt));
}

/** The redirects that the answer names; else those that are neither https nor on loopback; else all. */
function offenders(uris: readonly string[], answer: string): string {
  const named = uris.filter((one) => answer.includes(one));
  const unusual = uris.filter((one) => !/^https?:/.test(one));
  const found = [named, unusual].find((some) => some.length > 0) ?? uris;
  return found.join(' or ');
}
