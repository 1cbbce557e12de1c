import { defineTargetMode } from '../model/mode.ts';
import { unlessSignedIn } from './words/unless-signed-in.ts';

/** F87: a call asks for more scope than the token has, and the next token has no more. */
export const mode = defineTargetMode({
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
  requirements: ['RS-23', 'RS-24', 'RS-25', 'RS-27'],
  references: ['https://code.claude.com/docs/en/mcp'],
  needs: ['first'],
  judge: ({ first }) =>
    unlessSignedIn(first, 'A call with a token of little scope would tell; it takes a sign-in.'),
});
