import { defineRequirementMode } from '../model/mode.ts';

/** F63: the code does not come back as a GET of the page itself, which is all that clients take. */
export const mode = defineRequirementMode({
  code: 'F63',
  title: 'The way back is not a plain redirect',
  explanation:
    'Clients wait for the browser to come back by GET, in the window itself. After 307 or 308 the browser repeats the POST of the consent form, and hosted Claude answers “Method Not Allowed”; listeners on the user’s machine read the address and find no code in it.',
  whatToDo:
    'Send the browser back with 302 or 303 and the code in the query of the redirect URI. 303 is right behind every form.',
  step: 'callback',
  severity: 'error',
  category: 'deployment',
  confidence: 'certain',
  clients: ['claude-hosted', 'claude-code', 'mcp-remote'],
  requirements: ['AZ-20'],
  references: [
    'https://github.com/anthropics/claude-ai-mcp/issues/250',
    'https://datatracker.ietf.org/doc/html/rfc9700#section-4.12',
  ],
});
