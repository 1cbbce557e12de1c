import { defineRequirement } from '../model/requirement.ts';
import { SECOND_CLIENT } from '../clients/sign-in/rounds-of.ts';
import type { SignInRound } from '../model/sign-in-evidence.ts';
import { navigationEvidence } from '../modes/evidence/navigation-evidence.ts';
import { broken } from './parts/broken.ts';
import { SIGN_IN_NEEDS, overTrace } from './sign-in/over-sign-in.ts';
import { A_TO_D } from './parts/revisions.ts';

/** AZ-17: what one client was allowed is not allowed to another. */
export const requirement = defineRequirement({
  id: 'AZ-17',
  level: 'MUST',
  revisions: A_TO_D,
  phase: 'p2',
  step: 'authorize',
  title: 'A client that is new is shown to the user, who is asked.',
  source: 'MCP security best practices, Confused Deputy',
  shownBy: ['F78'],
  needs: SIGN_IN_NEEDS,
  check: overTrace(({ rounds }) => {
    const second = rounds.find((one) => one.because === SECOND_CLIENT);
    if (second === undefined) return { notSeen: 'No second client was tried.' };
    if (hasAsked(second)) return 'met';
    if (second.ending?.kind !== 'callback') return { notSeen: 'The second client got no answer.' };
    if (!rounds.some((one) => one !== second && hasAsked(one)))
      return { notSeen: 'Nobody is asked here, so nothing is known of a second client.' };
    const text =
      'A client that was registered a moment ago got a code without asking the user, because another client had been allowed before. A page that a user opens by chance gets a code so, too.';
    return broken(text, [navigationEvidence(second)]);
  }),
});

/** Was there a page on which its user had something to do, before the browser came back? */
function hasAsked({ events }: SignInRound): boolean {
  return events.some(
    (one) =>
      // Who is quick sends the form before the page has come to rest.
      (one.kind === 'request' && one.by === 'form') ||
      (one.kind === 'rest' && (one.has.button || one.has.form || one.has.password)),
  );
}
