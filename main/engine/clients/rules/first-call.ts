import type { ClientId } from '../../../contract/words.ts';
import type { Basis, Rule, RuleHit } from '../../model/client.ts';
import { callRefusal, type CallRefusal } from '../sign-in/call-refusal.ts';
import { isOwn } from '../sign-in/is-own.ts';
import { SHORT_LIFE } from '../sign-in/loop-code.ts';
import { lastRound } from '../sign-in/rounds-of.ts';

/**
 * The first calls with the token that was just issued: the greeting, then the list of tools, which
 * every client asks for at once. Without a good answer every client is back
 * where it began: Claude Code says “Authenticated” and then “Needs authentication”.
 * @param as whose sign-in it must have been where the answer is about the scope it asked for
 * @param words what this client does then, as a sentence
 * @see reference-clients 2.1 steps 14 and 15; real-clients; F06, F83, F85, F87
 */
export function firstCall(as: ClientId, words: string, basis: Basis, source: string): Rule {
  return {
    step: 'call',
    basis,
    source,
    check: ({ evidence: { signIn } }) => {
      const refusal = signIn === null ? null : callRefusal(signIn);
      if (signIn === null || refusal === null) return null;
      const judged = CAUSES[refusal.kind](refusal);
      const why = `${judged.why} ${words}`.trim();
      // Another client asks for other scopes.
      if (refusal.kind === 'scope' && !isOwn(as, signIn))
        return { ...judged, why: judged.why, outcome: 'at-risk' };
      const life = lastRound(signIn)?.tokens?.expiresIn ?? SHORT_LIFE;
      const isOver = refusal.kind === 'token' && life < SHORT_LIFE;
      return { ...judged, ...(isOver ? { cause: 'F91' } : {}), why };
    },
  };
}

/** What each refusal is called in the catalogue. */
const CAUSES: Record<CallRefusal['kind'], (refusal: CallRefusal) => RuleHit> = {
  token: () => blocked('F83', 'The server answers 401 to the token that was just issued.'),
  scope: () => blocked('F87', 'The server says that the scope of the fresh token is not enough.'),
  page: () => blocked('F06', 'A page with 403 stands between the token and the server.'),
  forbidden: () => blocked('F84', 'The server answers 403 to the token that was just issued.'),
  'not found': () => blocked('F85', 'With a token the server answers 404.'),
  other: ({ status }) => blocked('F84', `With a token the server answers ${status}.`),
  down: ({ status }) => blocked('F14', `With a token the server answers ${status}.`),
};

function blocked(cause: string, why: string): RuleHit {
  return { outcome: 'blocked', cause, why };
}
