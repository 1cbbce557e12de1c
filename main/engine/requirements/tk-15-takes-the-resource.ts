import { defineRequirement } from '../model/requirement.ts';
import { httpEvidence } from '../modes/evidence/http-evidence.ts';
import { jsonAnswer } from '../probe/registration/json-answer.ts';
import { broken } from './parts/broken.ts';
import { shownValue } from './parts/shown-value.ts';
import { SIGN_IN_NEEDS, overTokenAnswer } from './sign-in/over-sign-in.ts';
import { B_TO_D } from './parts/revisions.ts';

/** TK-15: every MCP client sends it. */
export const requirement = defineRequirement({
  id: 'TK-15',
  level: 'MUST',
  revisions: B_TO_D,
  phase: 'p2',
  step: 'token',
  title: 'A token request with resource is taken.',
  source: 'MCP authorization, Resource Parameter Implementation',
  shownBy: ['F81'],
  needs: SIGN_IN_NEEDS,
  check: overTokenAnswer(({ exchange, status }, round) => {
    if (round.resource === null) return 'not-applicable';
    if (status < 300) return 'met';
    const { error, error_description: description } = jsonAnswer(exchange) ?? {};
    const said = shownValue(`${shownValue(error)} ${shownValue(description)}`);
    if (!/invalid_target|\bresource\b|AADSTS9010010/i.test(said))
      return { notSeen: 'The token request was refused for another reason.' };
    const text = `The token request with resource fails (${said}), and no client leaves it out.`;
    return broken(text, [httpEvidence(exchange, `answered ${status}`)], {
      whatToDo: 'Let the token endpoint take resource, or ignore it.',
    });
  }),
});
