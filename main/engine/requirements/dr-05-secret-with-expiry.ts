import { defineRequirement } from '../model/requirement.ts';
import { isMade } from '../probe/registration/attempts.ts';
import { brokenBy, overRegistration } from './registration/over-registration.ts';

/** DR-05: where a secret is issued, the answer says when it expires. */
export const requirement = defineRequirement({
  id: 'DR-05',
  level: 'MUST',
  revisions: ['2025-03-26', '2025-06-18', '2025-11-25', '2026-07-28'],
  phase: 'p1',
  step: 'registration',
  title: 'A client secret comes with client_secret_expires_at.',
  source: 'RFC 7591 §3.2.1',
  shownBy: ['F54'],
  needs: ['registration'],
  check: overRegistration(({ attempts }) => {
    const secret = attempts.filter(
      (one) => isMade(one) && typeof one.json?.client_secret === 'string',
    );
    if (secret.length === 0) return 'not-applicable';
    const open = secret.filter(({ json }) => json?.client_secret_expires_at === undefined);
    if (open.length === 0) return 'met';
    return brokenBy(open, {
      text: 'A client secret was issued without client_secret_expires_at, so nobody knows how long it lives.',
      whatToDo: 'Add client_secret_expires_at; 0 says that the secret does not expire.',
      snippet: '"client_secret_expires_at": 0',
      // No shipped client is stopped by it.
      severity: 'warning',
    });
  }),
});
