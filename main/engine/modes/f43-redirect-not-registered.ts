import { defineRequirementMode } from '../model/mode.ts';

/** F43: a client registers, and its redirect is refused. */
export const mode = defineRequirementMode({
  code: 'F43',
  title: 'A client’s redirect is refused at registration',
  explanation:
    'A client says at registration where it wants to be called back. Claude comes from https://claude.ai, programs on the user’s machine from http://localhost or http://127.0.0.1 with a port that changes. One address that is not allowed makes the whole registration fail.',
  whatToDo:
    'Allow https://claude.ai/api/mcp/auth_callback and https://claude.com/api/mcp/auth_callback by their exact text, and http://localhost and http://127.0.0.1 with any port.',
  step: 'registration',
  severity: 'error',
  category: 'deployment',
  confidence: 'certain',
  clients: ['claude-hosted', 'claude-code', 'mcp-remote', 'vscode', 'cursor'],
  requirements: ['DR-08', 'DR-09', 'DR-10', 'DR-11'],
  references: [
    'https://datatracker.ietf.org/doc/html/rfc8252#section-7.3',
    'https://github.com/anthropics/claude-ai-mcp/issues/158',
  ],
});
