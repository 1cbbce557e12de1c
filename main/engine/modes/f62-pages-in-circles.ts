import { defineTargetMode } from '../model/mode.ts';
import { endingOccurrences } from './evidence/ending-occurrences.ts';
import { loopOccurrences } from './evidence/loop-occurrences.ts';

/** F62: the sign-in forgets between two pages what it knew, mostly because a cookie is not kept. */
export const mode = defineTargetMode({
  code: 'F62',
  title: 'The sign-in pages lead in circles',
  explanation:
    'The browser is sent round the same pages and never back to the client. Mostly the sign-in keeps its place in a cookie, and the browser does not send it along: it is for another path or host, needs https, or a blocker drops it.',
  whatToDo:
    'Look at the Set-Cookie headers on the way: the cookie must be for the host and path of the next page, and SameSite=Lax at most. For one user, try another browser, and allow cookies of claude.ai.',
  step: 'authorize',
  severity: 'error',
  category: 'runtime',
  confidence: 'likely',
  clients: ['claude-hosted', 'claude-code', 'mcp-remote'],
  requirements: [],
  references: ['https://github.com/anthropics/claude-ai-mcp/issues/683'],
  needs: ['signIn'],
  judge: ({ signIn }) => [
    ...endingOccurrences('F62', signIn),
    ...loopOccurrences('F62', signIn).map((one) => ({ ...one, confidence: 'possible' as const })),
  ],
});
