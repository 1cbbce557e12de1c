import { callRefusal, isCalled } from '../clients/sign-in/call-refusal.ts';
import { defineTargetMode, type Occurrence } from '../model/mode.ts';
import type { SignInEvidence } from '../model/sign-in-evidence.ts';
import { httpEvidence } from './evidence/http-evidence.ts';
import { unlessSignedIn } from './words/unless-signed-in.ts';

/** F85: the sign-in works, and there is no MCP server at the address. */
export const mode = defineTargetMode({
  code: 'F85',
  title: 'Behind the sign-in there is no MCP server',
  explanation:
    'Claude says “Your account was authorized, but no MCP server was found at the provided URL”. The 401 comes from something that guards every path, so a wrong path shows only once there is a token.',
  whatToDo: 'Compare the path in the connector with the one under which the server answers.',
  step: 'call',
  severity: 'error',
  category: 'deployment',
  confidence: 'certain',
  clients: ['claude-hosted'],
  requirements: ['TK-31'],
  references: ['https://github.com/anthropics/claude-ai-mcp/issues/951'],
  needs: ['first'],
  uses: ['signIn'],
  judge: (given) => unlessSignedIn(given, WOULD_TELL, inSignIn),
});

const WOULD_TELL = 'A call with a token would tell: without one, 401 stands before it.';

function inSignIn(signIn: SignInEvidence): readonly Occurrence[] | null {
  const refusal = callRefusal(signIn);
  if (refusal === null || !['not found'].includes(refusal.kind))
    return isCalled(signIn) ? [] : null;
  return [
    {
      detail: `With the new token, the first call is answered ${refusal.status}.`,
      confidence: 'certain',
      evidence: [httpEvidence(refusal.exchange, `answered ${refusal.status}`)],
    },
  ];
}
