import type { Basis, Rule, RuleHit } from '../../model/client.ts';
import type { Exchange } from '../../model/evidence.ts';
import { headerOf } from '../../probe/header.ts';

/**
 * The first calls with the token that was just issued: the greeting, then the list of tools, which
 * every client asks for at once. Without a good answer every client is back
 * where it began: Claude Code says “Authenticated” and then “Needs authentication”.
 * @param words what this client does then, as a sentence
 * @see reference-clients 2.1 steps 14 and 15; real-clients; F06, F83, F85, F87
 */
export function firstCall(words: string, basis: Basis, source: string): Rule {
  return {
    step: 'call',
    basis,
    source,
    check: ({ evidence }) => {
      const { call = null, list = null } = evidence.signIn ?? {};
      const judged = judgeCall(call) ?? judgeCall(list);
      return judged === null ? null : { ...judged, why: `${judged.why} ${words}`.trim() };
    },
  };
}

function judgeCall(call: Exchange | null): RuleHit | null {
  if (call === null || call.outcome.kind === 'failure') return null;
  return judge(call.outcome.response.status, call);
}

function judge(status: number, call: Exchange): RuleHit | null {
  if (status === 401)
    return blocked('F83', 'The server answers 401 to the token that was just issued.');
  if (status === 403) return judgeForbidden(call);
  if (status === 404) return blocked('F85', 'With a token the server answers 404.');
  if (status < 400) return null;
  return blocked(status < 500 ? 'F84' : 'F14', `With a token the server answers ${status}.`);
}

function judgeForbidden({ outcome }: Exchange): RuleHit {
  const { headers, body } = outcome.kind === 'response' ? outcome.response : NO_RESPONSE;
  if (/insufficient_scope/.test(headerOf(headers, 'www-authenticate') ?? ''))
    return blocked('F87', 'The server says that the scope of the fresh token is not enough.');
  const isPage = /^\s*</.test(body) || /html/i.test(headerOf(headers, 'content-type') ?? '');
  if (isPage) return blocked('F06', 'A page with 403 stands between the token and the server.');
  return blocked('F84', 'The server answers 403 to the token that was just issued.');
}

const NO_RESPONSE = { headers: [], body: '' } as const;

function blocked(cause: string, why: string): RuleHit {
  return { outcome: 'blocked', cause, why };
}
