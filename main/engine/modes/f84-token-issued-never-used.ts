import { defineTargetMode } from '../model/mode.ts';
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
  needs: ['first'],
  judge: ({ first }) =>
    unlessSignedIn(
      first,
      'A sign-in and a call with its token would tell; from Claude’s own addresses nothing is seen here.',
    ),
});
