import { defineRequirement } from '../model/requirement.ts';
import { scopeLine } from '../modes/words/sign-in-lines.ts';
import { broken } from './parts/broken.ts';
import { headerEvidence } from '../modes/evidence/header-evidence.ts';
import { parameterOf } from '../probe/challenge.ts';
import { SIGN_IN_NEEDS } from './sign-in/over-sign-in.ts';
import { overScopeChallenges, saysInsufficient } from './sign-in/scope-challenges.ts';
import { C_TO_D } from './parts/revisions.ts';

/** RS-25: a client asks for what the answer names. */
export const requirement = defineRequirement({
  id: 'RS-25',
  level: 'SHOULD',
  revisions: C_TO_D,
  phase: 'p2',
  step: 'call',
  title: 'A 403 for want of scope names the scopes that it takes.',
  source: 'MCP authorization, Runtime Insufficient Scope Errors',
  shownBy: ['F87'],
  needs: SIGN_IN_NEEDS,
  check: overScopeChallenges((_, all) => {
    const asking = all.filter(saysInsufficient);
    if (asking.length === 0) return 'not-applicable';
    const silent = asking.find(({ challenge }) => parameterOf(challenge!, 'scope') === null);
    if (silent === undefined) return 'met';
    return broken(
      'The 403 does not say which scope is missing, so a client can only guess what to ask for.',
      [headerEvidence(silent.exchange, 'WWW-Authenticate')],
      { snippet: scopeLine(silent.exchange) },
    );
  }),
});
