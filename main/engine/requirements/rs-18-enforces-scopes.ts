import { defineRequirement } from '../model/requirement.ts';
import { SIGN_IN_NEEDS } from './sign-in/over-sign-in.ts';
import { A_TO_D } from './parts/revisions.ts';

/** RS-18: which tool needs which scope is known to the server alone. */
export const requirement = defineRequirement({
  id: 'RS-18',
  level: 'MUST',
  revisions: A_TO_D,
  phase: 'p2',
  step: 'call',
  title: 'A tool that needs a scope refuses a token without it.',
  source: 'OAuth 2.1 §5.2',
  shownBy: [],
  needs: SIGN_IN_NEEDS,
  check: () => ({
    notSeen:
      'Which tool needs which scope is not published; a call of such a tool with less would tell.',
  }),
});
