import { defineRequirement } from '../model/requirement.ts';
import type { AuthorizeVariant } from '../model/registration-evidence.ts';
import { goesOn } from '../probe/registration/authorize-outcome.ts';
import {
  AUTHORIZE_NEEDS,
  BASE_REFUSED,
  brokenBy,
  NOT_TRIED,
  overSignInPage,
  wordsOf,
} from './authorize/over-authorize.ts';
import { A_TO_D } from './parts/revisions.ts';

/** RS-30: a request that is wrong is no reason to fall over. */
export const requirement = defineRequirement({
  id: 'RS-30',
  level: 'MUST',
  revisions: A_TO_D,
  phase: 'p1',
  step: 'authorize',
  title: 'A malformed authorization request is answered 400 or with an error.',
  source: 'MCP authorization, Error Handling',
  shownBy: ['F77'],
  needs: AUTHORIZE_NEEDS,
  check: overSignInPage((page) => {
    if (!goesOn(page.base.attempt)) return BASE_REFUSED;
    const tried = MALFORMED.flatMap((variant) => page.variant(variant) ?? []);
    if (tried.length === 0) return NOT_TRIED;
    const crashed = tried.filter(({ outcome }) => outcome.kind === 'server-error');
    if (crashed.length === 0) return 'met';
    const which = crashed.map(({ attempt }) => attempt.variant).join(', ');
    return brokenBy(crashed, {
      text: `A malformed request crashes the sign-in page (${which}): it ${wordsOf(crashed)}.`,
      severity: 'warning',
    });
  }),
});

/** An unknown client that crashes it is AZ-04’s. */
const MALFORMED: readonly AuthorizeVariant[] = [
  'unknown redirect',
  'without PKCE',
  'plain PKCE',
  'implicit flow',
];
