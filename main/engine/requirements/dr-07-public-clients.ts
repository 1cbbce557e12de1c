import { defineRequirement } from '../model/requirement.ts';
import type { RegistrationAttempt } from '../model/registration-evidence.ts';
import { serverDocument } from '../modes/evidence/server-document.ts';
import { serverInUse } from '../modes/evidence/server-in-use.ts';
import { clientAttempts, isMade } from '../probe/registration/attempts.ts';
import { excludedMethod } from '../probe/registration/excluded-method.ts';
import { refusalWords } from '../probe/registration/refusal-words.ts';
import {
  brokenBy,
  clientsOf,
  overRegistration,
  refusedFor,
} from './registration/over-registration.ts';

/** DR-07: who asks for a public client gets one. */
export const requirement = defineRequirement({
  id: 'DR-07',
  level: 'MUST',
  revisions: ['2025-03-26', '2025-06-18', '2025-11-25', '2026-07-28'],
  phase: 'p1',
  step: 'registration',
  title: 'A client that asks for no secret is registered without one.',
  source: 'MCP authorization, Overview 1; RFC 7591 §2',
  shownBy: ['F42'],
  needs: ['url', 'resourceMetadata', 'authorizationServers', 'registration'],
  check: (evidence) =>
    overRegistration((registration) => {
      const refused = refusedFor(registration, 'authentication method');
      if (refused[0] !== undefined)
        return brokenBy(refused, {
          text: `Public clients are refused: registering as ${clientsOf(refused)} with token_endpoint_auth_method “none” was answered ${refusalWords(refused[0])}.`,
          whatToDo:
            'Register public clients (token_endpoint_auth_method “none”): PKCE protects their codes.',
        });
      const made = clientAttempts(registration).filter(isMade);
      const changed = made.filter((one) => methodGiven(one) !== null);
      if (changed[0] === undefined) return made.length > 0 ? 'met' : 'not-applicable';
      const document = serverDocument(serverInUse(evidence))?.json ?? null;
      const isStuck = changed.some(({ json }) => excludedMethod(json, document) !== null);
      const method = methodGiven(changed[0]);
      return brokenBy(changed, {
        text: isStuck
          ? `Asked for a public client, the server gave ${method} with a secret, which its own metadata does not list, so no token can be had.`
          : `Asked for a public client, the server gave ${method} instead of none; clients follow it where they can keep a secret.`,
        severity: isStuck ? 'error' : 'warning',
      });
    })(evidence),
});

/** Another method than the one that was asked for, or null. */
function methodGiven({ sent, json }: RegistrationAttempt): string | null {
  const method = json?.token_endpoint_auth_method;
  if (sent.token_endpoint_auth_method !== 'none' || typeof method !== 'string') return null;
  return method === 'none' ? null : method;
}
