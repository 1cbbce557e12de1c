import { CLIENT_WORDS } from '../../../contract/words.ts';
import type {
  RegistrationAttempt,
  RegistrationEvidence,
} from '../../model/registration-evidence.ts';
import type { Broken, RequirementOutcome } from '../../model/requirement.ts';
import { httpEvidence } from '../../modes/evidence/http-evidence.ts';
import { clientAttempts, isRefused } from '../../probe/registration/attempts.ts';
import { refusalOf, type RefusalReason } from '../../probe/registration/refusal.ts';
import { refusalWords } from '../../probe/registration/refusal-words.ts';
import { statusOf } from '../../clients/replay/replay.ts';

type Given = { readonly registration: RegistrationEvidence };

/**
 * Makes a check over registrations that were answered. Where none was tried (no registration
 * endpoint) it has nothing to hold to; where none was answered it is not seen.
 */
export function overRegistration(
  check: (registration: RegistrationEvidence) => RequirementOutcome,
): (given: Given) => RequirementOutcome {
  return ({ registration }) => {
    const { attempts } = registration;
    if (attempts.length === 0) return 'not-applicable';
    if (attempts.every(({ exchange }) => statusOf(exchange) === null))
      return { notSeen: 'The registration endpoint gave no answer.' };
    return check(registration);
  };
}

/** The real clients' attempts that were refused for one reason. */
export function refusedFor(
  registration: RegistrationEvidence,
  reason: RefusalReason,
): readonly RegistrationAttempt[] {
  const all = registration.attempts;
  return clientAttempts(registration).filter(
    (one) => isRefused(one) && refusalOf(one, all) === reason,
  );
}

/** Broken by attempts, each pointed at with who it was and what came back. */
export function brokenBy(
  attempts: readonly RegistrationAttempt[],
  said: Omit<Broken, 'evidence'>,
): RequirementOutcome {
  const evidence = attempts.map((one) =>
    httpEvidence(one.exchange, `as ${CLIENT_WORDS[one.as]}: ${refusalWords(one)}`),
  );
  return { broken: { ...said, evidence } };
}

/** Names of the clients of attempts, as in a sentence. */
export function clientsOf(attempts: readonly RegistrationAttempt[]): string {
  const names = [...new Set(attempts.map(({ as }) => CLIENT_WORDS[as]))];
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
