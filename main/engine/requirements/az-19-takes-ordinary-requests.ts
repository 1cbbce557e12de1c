import { defineRequirement } from '../model/requirement.ts';
import { challengeMethods } from '../clients/replay/server-metadata.ts';
import { goesOn } from '../probe/registration/authorize-outcome.ts';
import {
  AUTHORIZE_NEEDS,
  BASE_REFUSED,
  brokenBy,
  namesOf,
  overSignInPage,
  UNCLEAR,
  wordsOf,
} from './authorize/over-authorize.ts';
import { A_TO_D } from './parts/revisions.ts';

/** AZ-19: what clients send is taken as they send it. */
export const requirement = defineRequirement({
  id: 'AZ-19',
  level: 'MUST',
  revisions: A_TO_D,
  phase: 'p1',
  step: 'authorize',
  title: 'An ordinary request by GET opens the sign-in, also a long one.',
  source: 'OAuth 2.1 §3.1',
  shownBy: ['F77'],
  needs: AUTHORIZE_NEEDS,
  check: overSignInPage((page) => {
    if (challengeMethods(page.document)?.includes('S256') === false) return WITHOUT_S256;
    const refused = page.refusedFor('other');
    if (refused.length > 0)
      return brokenBy(refused, {
        text: `The request as ${namesOf(refused)} sends it is refused: the sign-in page ${wordsOf(refused)}.`,
      });
    if (!goesOn(page.base.attempt)) return BASE_REFUSED;
    const long = page.variant('long state');
    if (long === null || long.outcome.kind === 'unclear') return UNCLEAR;
    if (goesOn(long.attempt)) return 'met';
    return brokenBy([long], {
      text: `A long address is refused: with ${long.attempt.exchange.request.url.length} characters the sign-in page ${wordsOf([long])}.`,
      whatToDo: 'Let the server, and what stands in front of it, take addresses of at least 4 kB.',
    });
  }),
});

const WITHOUT_S256 = { notSeen: 'Clients need S256, which the server does not offer.' } as const;
