import type { HttpOutcome } from '../../ports.ts';
import { healthyEvidence, withServer, type Changes } from '../../testing/evidence-builders.ts';
import { ISSUER } from '../../testing/exchange-builders.ts';
import { answerJson, answerText } from '../../testing/fake-answers.ts';
import { signedIn, tokenAnswerOf, type LabRow } from './lab.ts';

const PROMISED = { authorization_response_iss_parameter_supported: true };
const came = (iss: string | null) => ({
  ...withServer(PROMISED),
  signIn: signedIn({ callback: iss === null ? [] : [['iss', iss]] }),
});
const token = (answer: HttpOutcome) => healthyEvidence({ signIn: signedIn({ token: answer }) });
const says = (changes: Changes) => token(tokenAnswerOf(changes));
const call = (answer: HttpOutcome) => healthyEvidence({ signIn: signedIn({ call: answer }) });
const page = (status: number) =>
  answerText('<html>oops</html>', status, [['Content-Type', 'text/html']]);
const SCOPE = 'Bearer error="insufficient_scope", scope="admin"';

/** What comes back with the code. */
export const CALLBACK_ROWS: readonly LabRow[] = [
  ['iss of another server', came('https://x.example'), 'ok', 'fails', 'fails'],
  ['iss promised and missing', came(null), 'ok', 'fails', 'fails'],
  ['iss with a slash too many', came(`${ISSUER}/`), 'ok', 'fails', 'fails'],
];

/** What the token endpoint answers. */
export const TOKEN_ROWS: readonly LabRow[] = [
  ['no token_type', says({ token_type: undefined }), 'fails', 'fails', 'ok'],
  ['refresh_token null', says({ refresh_token: null }), 'fails', 'fails', 'ok'],
  ['scope null', says({ scope: null }), 'fails', 'fails', 'ok'],
  ['expires_in null', says({ expires_in: null }), 'ok'],
  ['expires_in a text', says({ expires_in: '3600' }), 'ok'],
  ['scope a list', says({ scope: ['a', 'b'] }), 'fails'],
  ['200 with an error', token(answerJson({ error: 'invalid_grant' })), 'fails'],
  ['400 invalid_grant', token(answerJson({ error: 'invalid_grant' }, 400)), 'fails'],
  ['401 invalid_client', token(answerJson({ error: 'invalid_client' }, 401)), 'fails'],
  ['form-encoded', token(answerText('access_token=at-1&token_type=bearer')), 'fails'],
  ['500 with a page', token(page(500)), 'fails'],
  ['wants JSON: 415', token(answerText('', 415)), 'fails'],
];

/** What the first call with the token is answered. */
export const CALL_ROWS: readonly LabRow[] = [
  ['a good token still 401', call(answerText('', 401)), 'fails'],
  [
    '403 insufficient_scope for ever',
    call(answerText('', 403, [['WWW-Authenticate', SCOPE]])),
    'fails',
  ],
];
