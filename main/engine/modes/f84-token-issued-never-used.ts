import { callRefusal } from '../clients/sign-in/call-refusal.ts';
import { defineTargetMode, type Occurrence } from '../model/mode.ts';
import type { SignInEvidence } from '../model/sign-in-evidence.ts';
import { httpEvidence } from './evidence/http-evidence.ts';
import { unlessSignedIn } from './words/unless-signed-in.ts';

/** F84: the token arrives at the client, and the next call fails. */
export const mode = defineTargetMode({
  code: 'F84',
  title: 'The new token is rejected or never used',
  explanation:
    'Claude says that the account was authorized and the integration rejected its own credentials. Reports name several causes: a firewall on the MCP path, a token for another audience, a path other than /mcp, and faults on Claude’s side. None fits all of them.',
  whatToDo:
    'Look in the server’s log whether the call with the token arrives. If it does not, allow 160.79.104.0/21 at the edge; if it is refused, compare aud and resource; if all is well, report it with the reference from the page.',
  step: 'call',
  severity: 'error',
  category: 'account',
  confidence: 'possible',
  clients: ['claude-hosted'],
  requirements: ['TK-31'],
  references: [
    'https://github.com/anthropics/claude-ai-mcp/issues/707',
    'https://github.com/anthropics/claude-ai-mcp/issues/878',
  ],
  // A 403 that says no reason is told more precisely there.
  followsFrom: ['F87'],
  needs: ['first'],
  uses: ['signIn'],
  judge: (given) => unlessSignedIn(given, WOULD_TELL, inSignIn),
});

const WOULD_TELL =
  'A sign-in and a call with its token would tell; from Claude’s own addresses nothing is seen here.';

function inSignIn(signIn: SignInEvidence): readonly Occurrence[] | null {
  const refusal = callRefusal(signIn);
  if (refusal === null || !['forbidden', 'other'].includes(refusal.kind)) return null;
  return [
    {
      detail: `Here the first call with the new token is answered ${refusal.status}.`,
      confidence: 'certain',
      evidence: [httpEvidence(refusal.exchange, `answered ${refusal.status}`)],
    },
  ];
}
