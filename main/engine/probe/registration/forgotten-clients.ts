import type { AuthorizeAttempt, RegistrationEvidence } from '../../model/registration-evidence.ts';
import { isUnknownClient } from './client-document.ts';

/** The sign-ins of clients that had just been registered and were unknown at the page (F50, DR-20). */
export function forgottenClients({
  attempts,
  authorize,
}: RegistrationEvidence): readonly AuthorizeAttempt[] {
  return authorize.filter(
    (one) =>
      one.variant === 'as the client sends it' &&
      attempts.some(({ clientId }) => clientId === one.clientId) &&
      isUnknownClient(one),
  );
}
