import { defineRequirement } from '../model/requirement.ts';
import {
  AUTHORIZE_NEEDS,
  mustBeTurnedDown,
  overVariant,
  wordsOf,
} from './authorize/over-authorize.ts';
import { A_TO_D } from './parts/revisions.ts';

/** AZ-05: no code is given without a code_challenge. */
export const requirement = defineRequirement({
  id: 'AZ-05',
  level: 'MUST',
  revisions: A_TO_D,
  phase: 'p1',
  step: 'authorize',
  title: 'A sign-in without PKCE is not started.',
  source: 'OAuth 2.1 §4.1.1; MCP authorization, Authorization Code Protection',
  shownBy: ['F76'],
  needs: AUTHORIZE_NEEDS,
  check: overVariant('without PKCE', (opened, page) =>
    mustBeTurnedDown(opened, page, (isCertain) => ({
      text: `A sign-in without PKCE is started: a request without code_challenge ${wordsOf([opened])}. Whoever gets hold of a code can use it.`,
      ...(isCertain ? {} : { severity: 'warning' }),
    })),
  ),
});
