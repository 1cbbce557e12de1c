import { defineTargetMode } from '../model/mode.ts';
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
  judge: ({ first }) =>
    unlessSignedIn(first, 'A call with a token would tell: without one, 401 stands before it.'),
});
