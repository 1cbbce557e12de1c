import { defineRequirement } from '../model/requirement.ts';
import type { RegistrationAttempt } from '../model/registration-evidence.ts';
import { clientAttempts, isMade } from '../probe/registration/attempts.ts';
import { brokenBy, overRegistration } from './registration/over-registration.ts';

/** DR-19: the refresh_token grant that was asked for is kept. Advice: a server need not refresh. */
export const requirement = defineRequirement({
  id: 'DR-19',
  level: 'SHOULD',
  revisions: ['2026-07-28'],
  phase: 'p1',
  step: 'registration',
  title: 'The refresh_token grant of a registration is kept.',
  source: 'MCP authorization, Refresh Tokens',
  shownBy: ['F54'],
  needs: ['registration'],
  check: overRegistration((registration) => {
    const listed = clientAttempts(registration).filter(
      (one) => isMade(one) && hasRefresh(one.sent.grant_types) !== null && grantsOf(one) !== null,
    );
    if (listed.length === 0) return { notSeen: 'No answer lists the grants that it registered.' };
    const without = listed.filter((one) => hasRefresh(grantsOf(one)) === false);
    if (without.length === 0) return 'met';
    return brokenBy(without, {
      text: 'refresh_token was taken out of the registered grants; users will sign in again each time the token expires.',
      whatToDo: 'Keep refresh_token in grant_types where you issue refresh tokens.',
      severity: 'advice',
    });
  }),
});

type Grants = RegistrationAttempt['sent'][string] | undefined;

function grantsOf({ json }: RegistrationAttempt): Grants | null {
  return json?.grant_types ?? null;
}

function hasRefresh(grants: Grants | null): boolean | null {
  return Array.isArray(grants) ? grants.includes('refresh_token') : null;
}
