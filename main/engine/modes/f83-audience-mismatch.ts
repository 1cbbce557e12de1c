import { defineTargetMode } from '../model/mode.ts';
import { unlessSignedIn } from './words/unless-signed-in.ts';

/** F83: the token is made for somebody else, so the MCP server refuses it. */
export const mode = defineTargetMode({
  code: 'F83',
  title: 'The token is made for another server',
  explanation:
    'The sign-in succeeds, and the MCP server answers 401 to the very token that it led to, because its audience (aud) is not the MCP server’s address. A renewed token has the same audience, so nothing helps.',
  whatToDo:
    'Let the authorization server put the resource parameter of the request into aud, and let the MCP server accept exactly the resource of its metadata.',
  step: 'call',
  severity: 'error',
  category: 'deployment',
  confidence: 'certain',
  clients: ['claude-hosted', 'claude-code', 'mcp-remote'],
  requirements: ['TK-16', 'TK-31'],
  followsFrom: ['F26'],
  references: [
    'https://github.com/anthropics/claude-ai-mcp/issues/299',
    'https://claude.com/docs/connectors/building/troubleshooting',
  ],
  needs: ['first'],
  judge: ({ first }) =>
    unlessSignedIn(first, 'A token would tell: its audience is compared after a sign-in.'),
});
