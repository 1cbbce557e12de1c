import { defineRequirement } from '../model/requirement.ts';
import { headerEvidence } from '../modes/evidence/header-evidence.ts';
import { parameterOf } from '../probe/challenge.ts';
import { broken } from './parts/broken.ts';
import { ofBearer } from './parts/of-challenge.ts';
import { A_TO_D } from './parts/revisions.ts';
import { shownValue } from './parts/shown-value.ts';

/** RS-09: the answer to a request without a token names no error. */
export const requirement = defineRequirement({
  id: 'RS-09',
  level: 'SHOULD NOT',
  revisions: A_TO_D,
  phase: 'p0',
  step: 'challenge',
  title: 'Without a token the 401 names no error.',
  source: 'RFC 6750 §3.1',
  shownBy: ['F37'],
  needs: ['first'],
  check: ({ first }) =>
    ofBearer(first, (bearer, { exchange }) => {
      const error = parameterOf(bearer, 'error');
      if (error === null) return 'met';
      return broken(
        `The first 401 carries error="${shownValue(error)}" although no token was sent. It harms no client, but it misleads who reads the log.`,
        [headerEvidence(exchange, 'WWW-Authenticate')],
        { severity: 'advice', whatToDo: 'Leave error out where the request has no token.' },
      );
    }),
});
