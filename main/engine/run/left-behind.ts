import type { RegistrationEvidence } from '../model/evidence.ts';
import { CLIENT_WORDS } from '../../contract/words.ts';

/**
 * What our registrations left at the authorization server, one line for each client that is still
 * there (spec-requirements 1.9).
 */
export function leftBehind(registration: RegistrationEvidence | null): readonly string[] {
  if (registration === null) return [];
  return registration.attempts
    .filter((one) => one.clientId !== null && one.removal !== 'deleted')
    .map(({ as, clientId, removal }) => {
      const why = removal === 'refused' ? 'deletion was refused' : 'it offers no deletion';
      return `${registration.issuer} keeps the client ${clientId}, registered as ${CLIENT_WORDS[as]}: ${why}.`;
    });
}
