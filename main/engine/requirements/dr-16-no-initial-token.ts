import { defineRequirement } from '../model/requirement.ts';
import { clientAttempts, isMade } from '../probe/registration/attempts.ts';
import { refusalWords } from '../probe/registration/refusal-words.ts';
import { brokenBy, overRegistration, refusedFor } from './registration/over-registration.ts';

/** DR-16: registration is open to clients that have nothing yet. */
export const requirement = defineRequirement({
  id: 'DR-16',
  level: 'INFERRED',
  revisions: [],
  phase: 'p1',
  step: 'registration',
  title: 'Registration works without an initial access token.',
  source: 'RFC 7591 §3; no MCP client sends one',
  shownBy: ['F42'],
  needs: ['registration'],
  check: overRegistration((registration) => {
    const refused = refusedFor(registration, 'initial token');
    if (refused[0] !== undefined)
      return brokenBy(refused, {
        text: `Registration wants a token; no MCP client has one. It was answered ${refusalWords(refused[0])}.`,
        whatToDo:
          'Open registration to anybody and limit it by rate, or take registration_endpoint out of the metadata and give each client an id.',
        severity: 'error',
      });
    return clientAttempts(registration).some(isMade)
      ? 'met'
      : { notSeen: 'Registration was refused for another reason.' };
  }),
});
