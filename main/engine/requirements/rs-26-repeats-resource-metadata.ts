import { defineRequirement } from '../model/requirement.ts';
import { scopeLine } from '../modes/words/sign-in-lines.ts';
import { broken } from './parts/broken.ts';
import { headerEvidence } from '../modes/evidence/header-evidence.ts';
import { parameterOf } from '../probe/challenge.ts';
import { SIGN_IN_NEEDS } from './sign-in/over-sign-in.ts';
import { overScopeChallenges, saysInsufficient } from './sign-in/scope-challenges.ts';
import { C_TO_D } from './parts/revisions.ts';

/** RS-26: the way to the authorization server is named again. */
export const requirement = defineRequirement({
  id: 'RS-26',
  level: 'SHOULD',
  revisions: C_TO_D,
  phase: 'p2',
  step: 'call',
  title: 'A 403 for want of scope repeats resource_metadata.',
  source: 'MCP authorization, Runtime Insufficient Scope Errors',
  shownBy: ['F87'],
  needs: SIGN_IN_NEEDS,
  check: overScopeChallenges((_, all) => {
    const asking = all.filter(saysInsufficient);
    if (asking.length === 0) return 'not-applicable';
    const silent = asking.find(
      ({ challenge }) => parameterOf(challenge!, 'resource_metadata') === null,
    );
    if (silent === undefined) return 'met';
    return broken(
      'The 403 does not repeat resource_metadata, so a client that has lost it cannot ask for more scope.',
      [headerEvidence(silent.exchange, 'WWW-Authenticate')],
      { snippet: scopeLine(silent.exchange) },
    );
  }),
});
