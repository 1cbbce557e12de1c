import { callRefusal, isCalled } from '../clients/sign-in/call-refusal.ts';
import { defineRequirementMode, type Occurrence } from '../model/mode.ts';
import type { SignInEvidence } from '../model/sign-in-evidence.ts';
import { httpEvidence } from './evidence/http-evidence.ts';
import { loopOccurrences } from './evidence/loop-occurrences.ts';
import { unlessSignedIn } from './words/unless-signed-in.ts';

/** F87: a call asks for more scope than the token has, and the next token has no more. */
export const mode = defineRequirementMode({
  code: 'F87',
  title: 'The token has too little scope',
  explanation:
    'The server answers 403 with error="insufficient_scope", and the client asks for more. Where the challenge names one scope at a time, or the authorization server gives no more, it goes round in circles.',
  whatToDo:
    'Name all scopes of the operation in the 403. In Claude Code, set wider oauth.scopes for the entry.',
  step: 'call',
  severity: 'error',
  category: 'account',
  confidence: 'certain',
  clients: ['claude-code'],
  requirements: ['RS-23', 'RS-24', 'RS-25', 'RS-26', 'RS-27'],
  references: ['https://code.claude.com/docs/en/mcp'],
  besides: {
    needs: ['first'],
    uses: ['signIn'],
    judge: (given) =>
      unlessSignedIn(
        given,
        'A call with a token of little scope would tell; it takes a sign-in.',
        inSignIn,
      ),
  },
});

function inSignIn(signIn: SignInEvidence): readonly Occurrence[] | null {
  const loops = loopOccurrences('F87', signIn);
  if (loops.length > 0) return loops;
  const refusal = callRefusal(signIn);
  if (refusal?.kind !== 'scope') return isCalled(signIn) ? [] : null;
  return [
    {
      detail: 'The first calls with the new token are already answered 403 for want of scope.',
      requirements: [],
      evidence: [httpEvidence(refusal.exchange, 'answered 403 insufficient_scope')],
    },
  ];
}
