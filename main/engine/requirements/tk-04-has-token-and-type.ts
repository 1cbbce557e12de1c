import { defineRequirement } from '../model/requirement.ts';
import type { JsonObject } from '../model/evidence.ts';
import { httpEvidence } from '../modes/evidence/http-evidence.ts';
import { TOKEN_LINES } from '../modes/words/sign-in-lines.ts';
import { broken } from './parts/broken.ts';
import { shownValue } from './parts/shown-value.ts';
import { SIGN_IN_NEEDS, overIssued } from './sign-in/over-sign-in.ts';
import { A_TO_D } from './parts/revisions.ts';

/** TK-04: a token and how to use it. */
export const requirement = defineRequirement({
  id: 'TK-04',
  level: 'MUST',
  revisions: A_TO_D,
  phase: 'p2',
  step: 'token',
  title: 'A token answer has access_token, and token_type “Bearer”.',
  source: 'OAuth 2.1 §3.2.3',
  shownBy: ['F82'],
  needs: SIGN_IN_NEEDS,
  check: overIssued(({ exchange, json }) => {
    const fault = faultOf(json);
    if (fault === null) return 'met';
    // A type of another name is read by nobody; without any, TypeScript clients stop.
    const isNamed = typeof json.access_token === 'string' && typeof json.token_type === 'string';
    return broken(fault, [httpEvidence(exchange, 'the token answer')], {
      severity: isNamed ? 'warning' : 'error',
      snippet: TOKEN_LINES,
    });
  }),
});

/** DPoP is the other type that MCP knows of (EX-10). */
const KNOWN = /^(bearer|dpop)$/i;

function faultOf({ access_token: token, token_type: type }: JsonObject): string | null {
  if (typeof token !== 'string' || token === '')
    return 'The token answer has no access_token that is a text, so there is nothing to call with.';
  if (type === undefined)
    return 'token_type is missing. Clients on a TypeScript SDK refuse the whole answer; on the Python SDK they do not.';
  if (typeof type !== 'string' || !KNOWN.test(type))
    return `token_type is ${shownValue(type)}; clients know “Bearer”.`;
  return null;
}
