import { statusOf } from '../../clients/replay/replay.ts';
import type {
  RegistrationAttempt,
  RegistrationEvidence,
} from '../../model/registration-evidence.ts';

/** The attempts that send what a client really sends. */
export function clientAttempts({
  attempts,
}: Pick<RegistrationEvidence, 'attempts'>): readonly RegistrationAttempt[] {
  return attempts.filter((one) => one.variant === 'as the client sends it');
}

/** Was a client made of it? Any 2xx: clients take 200 as well as 201. */
export function isMade({ exchange }: RegistrationAttempt): boolean {
  const status = statusOf(exchange);
  return status !== null && status >= 200 && status < 300;
}

/** Was it answered, and not with a client? */
export function isRefused(attempt: RegistrationAttempt): boolean {
  return statusOf(attempt.exchange) !== null && !isMade(attempt);
}

/** The redirect URIs that were sent. */
export function redirectsOf({ sent }: RegistrationAttempt): readonly string[] {
  const list = Array.isArray(sent.redirect_uris) ? sent.redirect_uris : [];
  return list.filter((one) => typeof one === 'string');
}
