import { defineRequirementMode } from '../model/mode.ts';
import { tokenOf } from '../clients/sign-in/rounds-of.ts';
import { unlessSignedIn } from './words/unless-signed-in.ts';

/** F82: the answer with the token has not the form that clients read. */
export const mode = defineRequirementMode({
  code: 'F82',
  title: 'The token answer has the wrong form',
  explanation:
    'TypeScript clients check the answer of the token endpoint member by member. Without token_type, with null in place of a missing member, or with an error sent as 200, they drop it, and the sign-in fails at its last step. Where expires_in is missing or text, some versions sign in again every hour.',
  whatToDo:
    'Answer JSON with access_token, token_type "Bearer" and expires_in as a number; leave out what there is not. Send errors with status 400.',
  step: 'token',
  severity: 'error',
  category: 'deployment',
  confidence: 'certain',
  clients: ['claude-hosted', 'claude-code', 'mcp-remote'],
  requirements: ['TK-03', 'TK-04', 'TK-05', 'TK-06', 'TK-20', 'TK-29'],
  references: ['https://datatracker.ietf.org/doc/html/rfc6749#section-5.1'],
  besides: {
    needs: ['first'],
    uses: ['signIn'],
    judge: (given) =>
      unlessSignedIn(
        given,
        'The answer to a token request would tell; it takes a sign-in.',
        (one) => (tokenOf(one) === null ? null : []),
      ),
  },
});
