import { defineRequirementMode } from '../model/mode.ts';

/** F42: registration does not give clients what they need: a public client, without a token, with scopes. */
export const mode = defineRequirementMode({
  code: 'F42',
  title: 'Registration does not give clients what they need',
  explanation:
    'MCP clients register by themselves, as public clients and without a token of their own. Where that is refused, or answered in another way, a client has no id and the sign-in page never opens: Claude Code says “Dynamic Client Registration rejected”, Claude that it “couldn’t register”.',
  whatToDo:
    'Let anybody register a public client with the scopes that your resource metadata lists, and answer 201. Where you do not want that, take registration_endpoint out of the metadata and give each client an id by hand.',
  step: 'registration',
  severity: 'error',
  category: 'deployment',
  confidence: 'certain',
  clients: ['claude-hosted', 'claude-code', 'mcp-remote'],
  requirements: ['DR-02', 'DR-07', 'DR-15', 'DR-16', 'DR-18'],
  references: [
    'https://datatracker.ietf.org/doc/html/rfc7591#section-3.2',
    'https://github.com/anthropics/claude-ai-mcp/issues/82',
  ],
});
