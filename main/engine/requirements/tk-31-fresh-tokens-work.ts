import { defineRequirement } from '../model/requirement.ts';
import { callRefusal, isCalled } from '../clients/sign-in/call-refusal.ts';
import { httpEvidence } from '../modes/evidence/http-evidence.ts';
import { broken } from './parts/broken.ts';
import { SIGN_IN_NEEDS, overTrace } from './sign-in/over-sign-in.ts';
import { A_TO_D } from './parts/revisions.ts';

/** TK-31: what the sign-in was for. */
export const requirement = defineRequirement({
  id: 'TK-31',
  level: 'MUST',
  revisions: A_TO_D,
  phase: 'p2',
  step: 'call',
  title: 'A new token opens the server: the greeting, then the list of tools.',
  source: 'MCP authorization, the whole flow',
  shownBy: ['F83', 'F84', 'F85'],
  needs: SIGN_IN_NEEDS,
  check: overTrace((_, signIn) => {
    if (!isCalled(signIn)) return { notSeen: 'The sign-in ended before a call with its token.' };
    const refusal = callRefusal(signIn);
    if (refusal === null) return 'met';
    // Too little scope is RS-23’s, a page in the way F06’s, a crash F14’s.
    if (ELSEWHERE.includes(refusal.kind)) return 'not-applicable';
    const text = `The sign-in works, and the server answers ${refusal.status} to the token that it brought.`;
    return broken(text, [httpEvidence(refusal.exchange, `answered ${refusal.status}`)]);
  }),
});

const ELSEWHERE: readonly string[] = ['scope', 'page', 'down'];
