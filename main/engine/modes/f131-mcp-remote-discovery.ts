import { defineTargetMode } from '../model/mode.ts';

/**
 * F131: a fault of mcp-remote itself on the way to the sign-in. Only a log shows it; a line of one
 * becomes the finding (run/log-findings.ts).
 */
export const mode = defineTargetMode({
  code: 'F131',
  title: 'This server’s sign-in trips up mcp-remote',
  explanation:
    'Some versions of mcp-remote take a web page for metadata, or send what they kept from another try, and stop with a content type of text/html or “Token exchange failed: HTTP 400”, while other clients sign in.',
  whatToDo:
    'Delete the files of this server in ~/.mcp-auth, use the newest mcp-remote, and try --transport http-only. Claude Code and hosted Claude can connect without mcp-remote.',
  step: 'server-metadata',
  severity: 'error',
  category: 'runtime',
  confidence: 'likely',
  clients: ['mcp-remote'],
  requirements: [],
  references: [
    'https://github.com/anthropics/claude-ai-mcp/issues/116',
    'https://github.com/geelen/mcp-remote',
  ],
  needs: ['local'],
  judge: () => [],
});
