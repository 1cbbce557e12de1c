import { defineRequirement } from '../model/requirement.ts';
import { isSentBack } from '../probe/registration/authorize-outcome.ts';
import {
  AUTHORIZE_NEEDS,
  brokenBy,
  mustBeTurnedDown,
  overVariant,
} from './authorize/over-authorize.ts';
import { A_TO_D } from './parts/revisions.ts';

/** AZ-01: nobody is sent to an address that was not registered. */
export const requirement = defineRequirement({
  id: 'AZ-01',
  level: 'MUST',
  revisions: A_TO_D,
  phase: 'p1',
  step: 'authorize',
  title: 'A redirect that nobody registered ends on an error page.',
  source: 'MCP authorization, Open Redirection',
  shownBy: ['F75'],
  needs: AUTHORIZE_NEEDS,
  check: overVariant('unknown redirect', (opened, page) => {
    const { redirectUri } = opened.attempt;
    if (isSentBack(opened.attempt))
      return brokenBy([opened], {
        text: `The sign-in page sends the browser to an address that the client never registered (${redirectUri}). Anybody can have codes sent to themselves.`,
      });
    return mustBeTurnedDown(opened, page, () => ({
      text: `A sign-in is started for an address that the client never registered (${redirectUri}). Only a sign-in shows whether a code is sent there.`,
      severity: 'warning',
    }));
  }),
});
