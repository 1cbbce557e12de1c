import { defineRequirement } from '../model/requirement.ts';
import { clientAttempts, isMade } from '../probe/registration/attempts.ts';
import {
  brokenBy,
  clientsOf,
  overRegistration,
  refusedFor,
} from './registration/over-registration.ts';

/** DR-18: the scopes that clients will ask for can stand in the registration. */
export const requirement = defineRequirement({
  id: 'DR-18',
  level: 'INFERRED',
  revisions: [],
  phase: 'p1',
  step: 'registration',
  title: 'A registration may carry the scopes that clients will ask for.',
  source: 'RFC 7591 §2; the MCP SDKs always send the resolved scope',
  shownBy: ['F42'],
  needs: ['registration'],
  check: overRegistration((registration) => {
    const refused = refusedFor(registration, 'scope');
    if (refused[0] !== undefined)
      return brokenBy(refused, {
        text: `Registration fails because of scope “${String(refused[0].sent.scope)}”, which ${clientsOf(refused)} takes from your challenge or resource metadata.`,
        whatToDo:
          'Accept the scopes that your resource metadata lists, or leave those out that you do not give; RFC 7591 lets you narrow them in the answer.',
        severity: 'error',
      });
    const scoped = clientAttempts(registration).filter(({ sent }) => sent.scope !== undefined);
    if (scoped.length === 0) return 'not-applicable';
    return scoped.some(isMade) ? 'met' : { notSeen: 'It was refused for another reason.' };
  }),
});
