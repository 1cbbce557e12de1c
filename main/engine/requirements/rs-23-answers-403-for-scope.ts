import { defineRequirement } from '../model/requirement.ts';
import { roundsOf } from '../clients/sign-in/rounds-of.ts';
import { statusOf } from '../clients/replay/replay.ts';
import { httpEvidence } from '../modes/evidence/http-evidence.ts';
import { broken } from './parts/broken.ts';
import { SIGN_IN_NEEDS, overTrace } from './sign-in/over-sign-in.ts';
import { asksForScope, callsOf } from './sign-in/scope-challenges.ts';
import { A_TO_D } from './parts/revisions.ts';

/** RS-23: 401 would make a client throw a good token away. */
export const requirement = defineRequirement({
  id: 'RS-23',
  level: 'MUST',
  revisions: A_TO_D,
  phase: 'p2',
  step: 'call',
  title: 'Too little scope is answered 403.',
  source: 'MCP authorization, Error Handling',
  shownBy: ['F87'],
  needs: SIGN_IN_NEEDS,
  check: overTrace((_, signIn) => {
    const asking = roundsOf(signIn).flatMap(callsOf).filter(asksForScope);
    const [first] = asking;
    if (first === undefined)
      return { notSeen: 'No token had too little scope; a sign-in with fewer scopes would tell.' };
    const wrong = asking.find((one) => statusOf(one) !== 403);
    if (wrong === undefined) return 'met';
    const status = statusOf(wrong);
    const text = `Too little scope was answered ${status}; it must be 403. A client takes 401 for a bad token and begins again.`;
    return broken(text, [httpEvidence(wrong, `answered ${status}, expected 403`)]);
  }),
});
