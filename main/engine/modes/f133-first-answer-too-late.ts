import { defineTargetMode } from '../model/mode.ts';

/**
 * F133: a server does not answer the first message in time, or in a version nobody speaks. A line of a
 * log becomes the finding (run/log-findings.ts).
 */
export const mode = defineTargetMode({
  code: 'F133',
  title: 'The first message was not answered in time',
  explanation:
    'A client asks a server first which version of the protocol they share. Claude Code waits 30 seconds for the answer and Claude Desktop 60; a server that is still starting, that waits for something itself, or that answers with a version the client does not know never gets further.',
  whatToDo:
    'Let the server answer initialize before it does anything slow, with a protocol version that the client offered. To give a slow start more time in Claude Code, set MCP_TIMEOUT (milliseconds).',
  step: 'call',
  severity: 'error',
  category: 'deployment',
  confidence: 'likely',
  clients: ['claude-code', 'claude-desktop-stdio'],
  requirements: [],
  references: [
    'https://github.com/anthropics/claude-code/issues/49133',
    'https://github.com/stuzero/pg-mcp-server/issues/15',
  ],
  needs: ['local'],
  judge: () => [],
});
