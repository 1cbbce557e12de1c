import { defineRequirement } from '../model/requirement.ts';
import { httpEvidence } from '../modes/evidence/http-evidence.ts';
import { broken } from './parts/broken.ts';
import { durationWords } from './sign-in/duration-words.ts';
import { SIGN_IN_NEEDS, overIssued } from './sign-in/over-sign-in.ts';

/** TK-23: told, and no fault. */
export const requirement = defineRequirement({
  id: 'TK-23',
  level: 'MAY',
  revisions: ['2026-07-28'],
  phase: 'p2',
  step: 'refresh',
  title: 'The sign-in brings a refresh token.',
  source: 'MCP authorization, Refresh Tokens',
  shownBy: ['F90'],
  needs: SIGN_IN_NEEDS,
  check: overIssued(({ exchange, json, facts }) => {
    if (typeof json.refresh_token === 'string' || facts?.hasRefresh === true) return 'met';
    // Null is TK-05’s.
    if (json.refresh_token === null) return 'not-applicable';
    const life = facts?.expiresIn ?? null;
    const when = life === null ? 'when the access token ends' : `every ${durationWords(life)}`;
    const text = `There is no refresh token, so its user signs in again ${when}.`;
    return broken(text, [httpEvidence(exchange, 'no refresh_token in it')]);
  }),
});
