import { defineRequirement } from '../model/requirement.ts';
import { statusOf } from '../clients/replay/replay.ts';
import { httpEvidence } from '../modes/evidence/http-evidence.ts';
import { jsonAnswer } from '../probe/registration/json-answer.ts';
import { broken } from './parts/broken.ts';
import { ofAnswer } from './parts/of-probe.ts';
import { shownValue } from './parts/shown-value.ts';
import { SIGN_IN_NEEDS, overRefresh } from './sign-in/over-sign-in.ts';
import { A_TO_D } from './parts/revisions.ts';

/** TK-24: that is all that clients send. */
export const requirement = defineRequirement({
  id: 'TK-24',
  level: 'MUST',
  revisions: A_TO_D,
  phase: 'p2',
  step: 'refresh',
  title: 'A refresh works with the refresh token and resource alone.',
  source: 'OAuth 2.1 §4.3',
  shownBy: ['F91'],
  needs: SIGN_IN_NEEDS,
  check: overRefresh(({ exchange, withScope }) =>
    ofAnswer(exchange, ({ status }) => {
      const { error } = jsonAnswer(exchange) ?? {};
      if (status < 300 && error === undefined) return 'met';
      // The client was forgotten between (F50); an error sent as 200 is TK-20’s.
      if (error === 'invalid_client' || status < 300) return 'not-applicable';
      const said = typeof error === 'string' ? `“${shownValue(error)}”` : `status ${status}`;
      const isScope = withScope !== null && (statusOf(withScope) ?? 500) < 300;
      const text = isScope
        ? `A refresh without scope fails with ${said}; with scope it works. Clients send none.`
        : `A refresh fails with ${said}, so users sign in again when the access token ends.`;
      return broken(text, [httpEvidence(exchange, `answered ${status}`)]);
    }),
  ),
});
