import { defineRequirement } from '../model/requirement.ts';
import { callRefusal } from '../clients/sign-in/call-refusal.ts';
import { httpEvidence } from '../modes/evidence/http-evidence.ts';
import { broken } from './parts/broken.ts';
import { ofAnswer } from './parts/of-probe.ts';
import { SIGN_IN_NEEDS, overRefresh } from './sign-in/over-sign-in.ts';

/** TK-30: a refresh keeps audience and scope. */
export const requirement = defineRequirement({
  id: 'TK-30',
  level: 'INFERRED',
  revisions: [],
  phase: 'p2',
  step: 'refresh',
  title: 'A renewed token is taken as the first one was.',
  source: 'OAuth 2.1 §4.3; what clients rely on',
  shownBy: ['F83'],
  needs: SIGN_IN_NEEDS,
  check: overRefresh(({ call, tokens }, signIn) => {
    if (tokens === null || call === null) return { notSeen: 'No token was renewed.' };
    // Then it is not the refresh.
    if (callRefusal(signIn) !== null) return 'not-applicable';
    return ofAnswer(call, ({ status }) => {
      if (status < 400) return 'met';
      if (status >= 500) return { notSeen: `The answer was ${status}, which does not tell.` };
      const text = `After a refresh the token no longer works: the server answers ${status}.`;
      return broken(text, [httpEvidence(call, `the renewed token: ${status}`)]);
    });
  }),
});
