import { defineRequirementMode } from '../model/mode.ts';
import { endingOccurrences } from './evidence/ending-occurrences.ts';

/** F44: the sign-in page does not take the redirect of a client that it knows. */
export const mode = defineRequirementMode({
  code: 'F44',
  title: 'The sign-in page refuses a client’s redirect',
  explanation:
    'A client says with every sign-in where it wants to be called back. Programs on the user’s machine take whatever port is free on http://localhost or http://127.0.0.1. Where the page compares the port, or takes one name for the other, the browser stays on an error page and the client waits.',
  whatToDo:
    'Compare redirects letter by letter, and leave the port of http://localhost, http://127.0.0.1 and http://[::1] out of it. Until then “claude mcp add --callback-port” keeps Claude Code to one port.',
  step: 'authorize',
  severity: 'error',
  category: 'deployment',
  confidence: 'certain',
  clients: ['claude-code', 'mcp-remote', 'vscode'],
  requirements: ['AZ-03', 'CI-13'],
  followsFrom: ['F47'],
  references: [
    'https://datatracker.ietf.org/doc/html/rfc8252#section-7.3',
    'https://github.com/anthropics/claude-code/issues/10439',
  ],
  besides: {
    needs: ['signIn'],
    judge: ({ signIn }) => endingOccurrences('F44', signIn),
  },
});
