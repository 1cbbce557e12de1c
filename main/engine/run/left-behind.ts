import { isShared } from '../probe/registration/remove-clients.ts';
import type { RegistrationAttempt, RegistrationEvidence } from '../model/registration-evidence.ts';
import { CLIENT_WORDS } from '../../contract/words.ts';

const WHY = {
  'not offered': 'it offers no deletion',
  refused: 'its deletion did not succeed',
} as const;

/**
 * What our registrations left at the authorization server, one line for each client that is still
 * there; what others may be using was left alone, and that is said once (spec-requirements 1.9).
 */
export function leftBehind(registration: RegistrationEvidence | null): readonly string[] {
  if (registration === null) return [];
  const { attempts, issuer } = registration;
  const lines = attempts.flatMap((one) => {
    const { as, removal } = one;
    if (removal === 'not offered' || removal === 'refused')
      return `${issuer} keeps ${nameOf(one)}, registered as ${CLIENT_WORDS[as]}: ${WHY[removal]}.`;
    if (one.clientId === null || !isShared(one, attempts)) return [];
    return `${issuer} gave us ${nameOf(one)}, which others may use as well: it was left alone.`;
  });
  return [...new Set(lines)];
}

function nameOf({ clientId }: RegistrationAttempt): string {
  return clientId === null ? 'a client without an id' : `the client ${clientId}`;
}
