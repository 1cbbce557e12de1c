import { defineRequirement } from '../model/requirement.ts';
import { lastRound } from '../clients/sign-in/rounds-of.ts';
import type { NavigationEndingKind } from '../model/navigation-ending.ts';
import type { Broken } from '../model/requirement.ts';
import { navigationEvidence } from '../modes/evidence/navigation-evidence.ts';
import { redirectLines } from '../modes/words/sign-in-lines.ts';
import { broken } from './parts/broken.ts';
import { SIGN_IN_NEEDS, overTrace } from './sign-in/over-sign-in.ts';
import { A_TO_D } from './parts/revisions.ts';

/** AZ-20: clients read the address, and nothing else. */
export const requirement = defineRequirement({
  id: 'AZ-20',
  level: 'MUST',
  revisions: A_TO_D,
  phase: 'p2',
  step: 'callback',
  title: 'The browser comes back by a redirect that becomes GET (302 or 303).',
  source: 'OAuth 2.1 §7.5.2; RFC 9700 §4.12',
  shownBy: ['F63'],
  needs: SIGN_IN_NEEDS,
  check: overTrace((_, signIn) => {
    const round = lastRound(signIn);
    if (round?.ending == null) return NOTHING_BACK;
    const said = WRONG[round.ending.kind];
    if (said !== undefined) {
      const more = { ...said, snippet: redirectLines(round) };
      return broken(said.text, [navigationEvidence(round)], more);
    }
    return CAME.includes(round.ending.kind) ? 'met' : NOTHING_BACK;
  }),
});

const NOTHING_BACK = { notSeen: 'The browser did not come back to the client.' } as const;
const CAME: readonly NavigationEndingKind[] = ['callback', 'error-callback'];

type Said = Pick<Broken, 'text' | 'severity' | 'whatToDo'>;
const WRONG: Readonly<Partial<Record<NavigationEndingKind, Said>>> = {
  'posted-callback': {
    text: 'The browser came back by POST, because the redirect behind the form was a 307 or 308. Clients take GET only.',
    severity: 'error',
    whatToDo: 'Answer the form with 302 or 303, never with 307 or 308.',
  },
  'form-post-callback': {
    text: 'The code came back in a form that a page sent, and not in the address. Clients read the address only.',
    severity: 'error',
    whatToDo:
      'Send the code in the query of a redirect (response_mode=query), which is the default.',
  },
  'framed-callback': {
    text: 'The browser came back in a frame of a page. The client’s page forbids frames, and its user sees nothing of it.',
    severity: 'error',
    whatToDo: 'Lead the whole window back to the redirect URI, not a frame in it.',
  },
  'script-callback': {
    text: 'The last step is a page whose script sends the browser back, and not a redirect. Without the script nobody comes back, and some clients that read redirects see none.',
    severity: 'warning',
    whatToDo: 'End with a redirect (302 or 303) to the redirect URI.',
  },
};
