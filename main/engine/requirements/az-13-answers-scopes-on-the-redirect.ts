import { defineRequirement } from '../model/requirement.ts';
import { goesOn } from '../probe/registration/authorize-outcome.ts';
import { namesScope, scopeOf } from './authorize/scope-of.ts';
import {
  AUTHORIZE_NEEDS,
  BASE_REFUSED,
  brokenBy,
  overSignInPage,
  UNCLEAR,
  wordsOf,
} from './authorize/over-authorize.ts';
import { A_TO_D } from './parts/revisions.ts';

/** AZ-13: what is wrong with a scope is told to the client. */
export const requirement = defineRequirement({
  id: 'AZ-13',
  level: 'MUST',
  revisions: A_TO_D,
  phase: 'p1',
  step: 'authorize',
  title: 'Advertised scopes are taken, and a wrong one is answered on the redirect.',
  source: 'RFC 6749 §4.1.2.1',
  shownBy: ['F65'],
  needs: AUTHORIZE_NEEDS,
  check: overSignInPage((page) => {
    const refused = page.refusedFor('scope').filter(namesScope);
    if (refused[0] !== undefined)
      return brokenBy(refused, {
        text: `A scope that is advertised is refused: scope=${scopeOf(refused[0]) ?? ''} ${wordsOf(refused)}.`,
        whatToDo: KNOWN_SCOPES,
      });
    if (!goesOn(page.base.attempt)) return BASE_REFUSED;
    const unknown = page.variant('unknown scope');
    if (unknown === null || unknown.outcome.kind === 'unclear') return UNCLEAR;
    const isPage = ['refused', 'server-error'].includes(unknown.outcome.kind);
    if (!isPage) return 'met';
    return brokenBy([unknown], {
      text: `A wrong scope ends in an error page: it ${wordsOf([unknown])}. The client waits for ever.`,
    });
  }),
});

const KNOWN_SCOPES =
  'List in the challenge and in the resource metadata only scopes that the authorization server knows, or let it leave out those that it does not.';
