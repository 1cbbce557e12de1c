import { defineRequirement } from '../model/requirement.ts';
import { httpEvidence } from '../modes/evidence/http-evidence.ts';
import { broken } from './parts/broken.ts';
import { durationWords } from './sign-in/duration-words.ts';
import { SIGN_IN_NEEDS, overIssued } from './sign-in/over-sign-in.ts';
import { A_TO_D } from './parts/revisions.ts';

/** TK-29: a heuristic: the specification says “short-lived”. */
export const requirement = defineRequirement({
  id: 'TK-29',
  level: 'SHOULD',
  revisions: A_TO_D,
  phase: 'p2',
  step: 'token',
  title: 'An access token lives a day at most.',
  source: 'MCP authorization, Token Theft',
  shownBy: ['F82'],
  needs: SIGN_IN_NEEDS,
  check: overIssued(({ exchange, facts }) => {
    const life = facts?.expiresIn ?? null;
    if (life === null) return { notSeen: 'The token answer says no lifetime.' };
    if (life <= DAY) return 'met';
    const text = `Access tokens live ${durationWords(life)}. A stolen one is good for as long.`;
    return broken(text, [httpEvidence(exchange, `expires_in is ${life}`)], {
      severity: 'advice',
      whatToDo: 'Let access tokens live an hour, and let clients renew them.',
    });
  }),
});

const DAY = 24 * 60 * 60;
