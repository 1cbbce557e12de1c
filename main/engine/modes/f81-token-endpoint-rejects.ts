import { statusOf } from '../clients/replay/replay.ts';
import { loopCode } from '../clients/sign-in/loop-code.ts';
import { tokenOf } from '../clients/sign-in/rounds-of.ts';
import type { Exchange } from '../model/evidence.ts';
import { defineRequirementMode, type Occurrence } from '../model/mode.ts';
import type { SignInEvidence } from '../model/sign-in-evidence.ts';
import { failureWords } from '../probe/failure-words.ts';
import { jsonAnswer } from '../probe/registration/json-answer.ts';
import { shownValue } from '../requirements/parts/shown-value.ts';
import { httpEvidence } from './evidence/http-evidence.ts';

/** F81: the token endpoint does not answer a token request as one. */
export const mode = defineRequirementMode({
  code: 'F81',
  title: 'The token endpoint does not answer as it should',
  explanation:
    'After the sign-in, every client sends a form to the token endpoint and reads JSON. Where something else lies there, or the answer is no JSON, the sign-in ends with an error behind the browser’s back.',
  whatToDo:
    'Let the endpoint that token_endpoint names take application/x-www-form-urlencoded, and answer errors with 400 (401 for an unknown client) and JSON: {"error": "invalid_request"}.',
  step: 'token',
  severity: 'error',
  category: 'deployment',
  confidence: 'likely',
  clients: [],
  requirements: [
    'TK-01',
    'TK-02',
    'TK-11',
    'TK-12',
    'TK-13',
    'TK-15',
    'TK-18',
    'TK-19',
    'TK-21',
    'TK-22',
  ],
  // The lie about S256 is found before it shows here.
  followsFrom: ['F33'],
  references: [
    'https://claude.com/docs/connectors/building/authentication',
    'https://datatracker.ietf.org/doc/html/rfc6749#section-5.2',
  ],
  besides: { needs: ['signIn'], judge: ({ signIn }) => refusedCode(signIn) },
});

/** The code that the sign-in brought was not taken for a token. */
function refusedCode(signIn: SignInEvidence): readonly Occurrence[] {
  const token = tokenOf(signIn);
  if (token === null) return [];
  const { outcome } = token;
  if (outcome.kind === 'response' && outcome.response.status < 300) return [];
  const seen = outcome.kind === 'failure' ? failureWords(token) : answered(token);
  const again = loopCode(signIn) === 'F81' ? ' The client registers anew each time, in vain.' : '';
  return [
    {
      title: 'The token endpoint refuses the code',
      detail: `The sign-in brought a code, and the request for its token ${seen}.${again}`,
      confidence: 'certain',
      requirements: [],
      evidence: [httpEvidence(token, seen)],
    },
  ];
}

/** `is answered 400 with “invalid_grant: Unknown”`. */
function answered(token: Exchange): string {
  const { error, error_description: description } = jsonAnswer(token) ?? {};
  const said = [error, description].filter((one) => typeof one === 'string').map(shownValue);
  const words = said.length === 0 ? '' : ` with “${said.join(': ')}”`;
  return `is answered ${statusOf(token)}${words}`;
}
