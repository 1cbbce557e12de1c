import { defineRequirement } from '../model/requirement.ts';
import { isSentBack } from '../probe/registration/authorize-outcome.ts';
import {
  AUTHORIZE_NEEDS,
  BASE_REFUSED,
  brokenBy,
  LOOKS_LATER,
  overSignInPage,
  UNCLEAR,
  wordsOf,
} from './authorize/over-authorize.ts';
import { A_TO_D } from './parts/revisions.ts';

/** AZ-04: an unknown client gets a page, no redirect and no crash. */
export const requirement = defineRequirement({
  id: 'AZ-04',
  level: 'MUST',
  revisions: A_TO_D,
  phase: 'p1',
  step: 'authorize',
  title: 'A client that nobody registered ends on an error page.',
  source: 'RFC 6749 §4.1.2.1',
  shownBy: ['F77'],
  needs: AUTHORIZE_NEEDS,
  check: overSignInPage((page) => {
    const unknown = page.variant('unknown client');
    if (unknown === null) return BASE_REFUSED;
    if (unknown.outcome.kind === 'unclear') return UNCLEAR;
    if (isSentBack(unknown.attempt))
      return brokenBy([unknown], {
        text: 'A client id that does not exist is sent back to the address it asked for. It must end on an error page, because nobody vouches for that address.',
      });
    if (unknown.outcome.kind === 'server-error')
      return brokenBy([unknown], {
        text: `The sign-in page ${wordsOf([unknown])} to a client id that it does not know, so a client whose id was deleted does not learn that it has to register again.`,
        whatToDo: 'Answer 400 and a page that says that the client is not known.',
      });
    return unknown.outcome.kind === 'refused' ? 'met' : LOOKS_LATER;
  }),
});
