import { defineRequirement } from '../model/requirement.ts';
import { audiencePair } from '../modes/evidence/audience-pair.ts';
import { broken } from './parts/broken.ts';
import { SIGN_IN_NEEDS, overTrace } from './sign-in/over-sign-in.ts';
import { B_TO_D } from './parts/revisions.ts';

/** TK-16: a token is for one server. */
export const requirement = defineRequirement({
  id: 'TK-16',
  level: 'INFERRED',
  revisions: B_TO_D,
  phase: 'p2',
  step: 'token',
  title: 'The audience of the token is the resource that was asked for.',
  source: 'MCP authorization, Access Token Privilege Restriction; RFC 8707 §2',
  shownBy: ['F83'],
  needs: SIGN_IN_NEEDS,
  check: overTrace((_, signIn) => {
    const pair = audiencePair(signIn);
    if (pair === null)
      return { notSeen: 'The token does not say for whom it is, or cannot be read from here.' };
    if (pair.isSame) return 'met';
    const text = `The token is for ${pair.received}, not for your server (${pair.expected}).`;
    return broken(text, [pair.evidence]);
  }),
});
