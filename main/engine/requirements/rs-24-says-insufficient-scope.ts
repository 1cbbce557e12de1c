import { defineRequirement } from '../model/requirement.ts';
import { scopeLine } from '../modes/words/sign-in-lines.ts';
import { broken } from './parts/broken.ts';
import { headerEvidence } from '../modes/evidence/header-evidence.ts';
import { SIGN_IN_NEEDS } from './sign-in/over-sign-in.ts';
import { overScopeChallenges, saysInsufficient } from './sign-in/scope-challenges.ts';
import { C_TO_D } from './parts/revisions.ts';

/** RS-24: without it no client asks for more. */
export const requirement = defineRequirement({
  id: 'RS-24',
  level: 'SHOULD',
  revisions: C_TO_D,
  phase: 'p2',
  step: 'call',
  title: 'A 403 for want of scope says error="insufficient_scope".',
  source: 'MCP authorization, Runtime Insufficient Scope Errors',
  shownBy: ['F87'],
  needs: SIGN_IN_NEEDS,
  check: overScopeChallenges((_, all) => {
    const silent = all.find((one) => !saysInsufficient(one));
    if (silent === undefined) return 'met';
    const text =
      'A call with the new token is answered 403 without error="insufficient_scope", so no client asks its user for more rights.';
    return broken(text, [headerEvidence(silent.exchange, 'WWW-Authenticate')], {
      severity: 'error',
      snippet: scopeLine(silent.exchange),
    });
  }),
});
