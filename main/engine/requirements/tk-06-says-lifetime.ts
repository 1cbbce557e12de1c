import { defineRequirement } from '../model/requirement.ts';
import { httpEvidence } from '../modes/evidence/http-evidence.ts';
import { broken } from './parts/broken.ts';
import { shownValue } from './parts/shown-value.ts';
import { SIGN_IN_NEEDS, overIssued } from './sign-in/over-sign-in.ts';
import { A_TO_D } from './parts/revisions.ts';

/** TK-06: clients renew in time only where they know it. */
export const requirement = defineRequirement({
  id: 'TK-06',
  level: 'RECOMMENDED',
  revisions: A_TO_D,
  phase: 'p2',
  step: 'token',
  title: 'A token answer says its lifetime: expires_in as a number of seconds.',
  source: 'OAuth 2.1 §3.2.3',
  shownBy: ['F82'],
  needs: SIGN_IN_NEEDS,
  check: overIssued(({ exchange, json: { expires_in: life } }) => {
    if (typeof life === 'number' && Number.isFinite(life)) return 'met';
    const text =
      life == null
        ? 'The token answer says no lifetime (expires_in), so clients learn of the end by a 401 only.'
        : `expires_in is ${shownValue(life)} and no number; some clients then sign in again every hour.`;
    return broken(text, [httpEvidence(exchange, 'the token answer')]);
  }),
});
