import { defineRequirement } from '../model/requirement.ts';
import { roundsOf } from '../clients/sign-in/rounds-of.ts';
import { httpEvidence } from '../modes/evidence/http-evidence.ts';
import { broken } from './parts/broken.ts';
import { SIGN_IN_NEEDS, overTrace } from './sign-in/over-sign-in.ts';
import { asksForScope, callsOf } from './sign-in/scope-challenges.ts';

/** RS-27: one challenge names all that is missing. */
export const requirement = defineRequirement({
  id: 'RS-27',
  level: 'SHOULD',
  revisions: ['2026-07-28'],
  phase: 'p2',
  step: 'call',
  title: 'All scopes of an operation are asked for at once.',
  source: 'MCP authorization, Scope Challenge Handling',
  shownBy: ['F87'],
  needs: SIGN_IN_NEEDS,
  check: overTrace((_, signIn) => {
    const rounds = roundsOf(signIn);
    const more = rounds.filter((one) => one.because === '403 insufficient_scope');
    const again = more.flatMap(callsOf).find(asksForScope);
    if (more.length === 0)
      return { notSeen: 'No token had too little scope; a sign-in with fewer scopes would tell.' };
    if (again === undefined) return 'met';
    const text =
      'The user has granted the scope that the 403 asked for, and the same call is answered 403 again. Name all scopes in the first answer, and see that the authorization server grants them.';
    return broken(text, [httpEvidence(again, 'asks for scope once more')], { severity: 'error' });
  }),
});
