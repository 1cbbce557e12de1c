import { defineRequirementMode } from '../model/mode.ts';

/** F47: the answer to a registration is not one that clients can read. */
export const mode = defineRequirementMode({
  code: 'F47',
  title: 'The answer to a registration is malformed',
  explanation:
    'Clients on the TypeScript SDK check every member of the answer and drop it whole where one is missing, null or of another form. Claude Code then stops with “SDK auth failed” and a list of what it expected; the client stays registered, so each try leaves one more.',
  whatToDo:
    'Return what was registered, with client_id and redirect_uris, and leave out every member that has no value.',
  step: 'registration',
  severity: 'error',
  category: 'deployment',
  confidence: 'certain',
  clients: ['claude-hosted', 'claude-code', 'mcp-remote'],
  requirements: ['DR-03', 'DR-04', 'DR-06'],
  references: [
    'https://datatracker.ietf.org/doc/html/rfc7591#section-3.2.1',
    'https://github.com/anthropics/claude-code/issues/52565',
  ],
});
