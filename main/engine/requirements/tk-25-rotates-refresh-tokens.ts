import { defineRequirement } from '../model/requirement.ts';
import type { Exchange } from '../model/evidence.ts';
import { httpEvidence } from '../modes/evidence/http-evidence.ts';
import { headerOf } from '../probe/header.ts';
import { broken } from './parts/broken.ts';
import { SIGN_IN_NEEDS, overRefresh } from './sign-in/over-sign-in.ts';
import { B_TO_D } from './parts/revisions.ts';

/** TK-25: a stolen one is noticed then. */
export const requirement = defineRequirement({
  id: 'TK-25',
  level: 'MUST',
  revisions: B_TO_D,
  phase: 'p2',
  step: 'refresh',
  title: 'A client without a secret gets a new refresh token with each refresh.',
  source: 'MCP authorization, Token Theft; OAuth 2.1 §4.3.1',
  shownBy: ['F91'],
  needs: SIGN_IN_NEEDS,
  check: overRefresh(({ exchange, tokens, rotation }) => {
    if (tokens === null || rotation === null) return { notSeen: 'No token was renewed.' };
    if (rotation === 'new') return 'met';
    if (isBound(exchange) || /^dpop$/i.test(tokens.type ?? '')) return 'not-applicable';
    const text =
      rotation === 'same'
        ? 'Refresh tokens are not rotated: the same one came back.'
        : 'Refresh tokens are not rotated: none came back, and the old one stays.';
    return broken(
      `${text} Whoever has stolen it once has it for good.`,
      [httpEvidence(exchange, 'the renewed token')],
      { severity: 'warning' },
    );
  }),
});

/** A client with a secret: whoever steals the refresh token lacks that (OAuth 2.1 §4.3.1). */
function isBound({ request }: Exchange): boolean {
  return (
    headerOf(request.headers, 'authorization') !== null ||
    /(^|&)client_(secret|assertion)=/.test(request.body ?? '')
  );
}
