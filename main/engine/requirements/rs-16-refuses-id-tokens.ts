import { defineRequirement } from '../model/requirement.ts';
import { SIGN_IN_NEEDS, mustRefuse } from './sign-in/over-sign-in.ts';
import { B_TO_D } from './parts/revisions.ts';

/** RS-16: who the user is, is no right to call anything. */
export const requirement = defineRequirement({
  id: 'RS-16',
  level: 'MUST',
  revisions: B_TO_D,
  phase: 'p3',
  step: 'call',
  title: 'An ID token is not taken for an access token.',
  source: 'MCP authorization, Token Handling (MUST NOT accept any other tokens)',
  shownBy: ['F38'],
  needs: SIGN_IN_NEEDS,
  check: mustRefuse(
    'id token',
    'The ID token was taken in place of the access token. It is made for the client, not for your server; check the audience.',
  ),
});
