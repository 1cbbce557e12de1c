import { defineRequirementMode } from '../model/mode.ts';

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
  requirements: ['TK-01'],
  references: [
    'https://claude.com/docs/connectors/building/authentication',
    'https://datatracker.ietf.org/doc/html/rfc6749#section-5.2',
  ],
});
