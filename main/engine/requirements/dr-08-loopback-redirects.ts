import { defineRequirement } from '../model/requirement.ts';
import { clientAttempts, isMade } from '../probe/registration/attempts.ts';
import { hasLoopbackOnly, loopbackRefused } from '../probe/registration/loopback-refused.ts';
import { refusalWords } from '../probe/registration/refusal-words.ts';
import { brokenBy, clientsOf, overRegistration } from './registration/over-registration.ts';

/** DR-08: programs on the user's machine can register their loopback redirect. */
export const requirement = defineRequirement({
  id: 'DR-08',
  level: 'MUST',
  revisions: ['2025-03-26', '2025-06-18', '2025-11-25', '2026-07-28'],
  phase: 'p1',
  step: 'registration',
  title: 'Redirects to localhost and 127.0.0.1 can be registered.',
  source: 'RFC 8252 §7.3; MCP authorization, Communication Security',
  shownBy: ['F43'],
  needs: ['registration'],
  check: overRegistration((registration) => {
    const refused = loopbackRefused(registration);
    if (refused[0] !== undefined)
      return brokenBy(refused, {
        text: `Loopback redirects are refused: registering as ${clientsOf(refused)} was answered ${refusalWords(refused[0])}. No desktop or command-line client can sign in.`,
        whatToDo:
          'Allow http://localhost and http://127.0.0.1 with any port and path as redirect URIs.',
      });
    const made = clientAttempts(registration).filter((one) => hasLoopbackOnly(one) && isMade(one));
    return made.length > 0 ? 'met' : { notSeen: 'No loopback redirect was tried to its end.' };
  }),
});
