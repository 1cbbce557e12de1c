/** What traced sign-ins show of the requirements, as rows for their chapters’ tests. */
import type { TargetEvidence } from '../model/evidence.ts';
import type { SignInCheck, SignInEvidence, SignInRound } from '../model/sign-in-evidence.ts';
import type { HttpOutcome } from '../ports.ts';
import { healthyEvidence, withServer } from './evidence-builders.ts';
import { ISSUER, OPEN, type Answer } from './exchange-builders.ts';
import { answerJson, answerText } from './fake-answers.ts';
import {
  call,
  endedRound,
  failedTrace,
  healthyChecks,
  healthyRefresh,
  healthyRound,
  healthyTrace,
  oauthError,
  page,
  tokenAnswer,
  tokenFacts,
  tokenRequest,
} from './healthy-trace.ts';
import type { RequirementRow } from './judge-requirement.ts';

const on = (signIn: SignInEvidence): TargetEvidence => healthyEvidence({ signIn });
const HEALTHY = on(healthyTrace());
const NO_SIGN_IN = healthyEvidence();
const round = (changes: Partial<SignInRound>) => on(failedTrace([healthyRound(changes)]));
const token = (answer: Answer, changes: Partial<SignInRound> = {}) =>
  round({ token: tokenRequest(answer), ...changes });
const answered = (changes: Readonly<Record<string, unknown>>, facts = {}) =>
  token(tokenAnswer(changes), { tokens: tokenFacts(facts) });
const checked = (name: SignInCheck, answer: Answer) =>
  on(healthyTrace({ checks: healthyChecks({ [name]: tokenRequest(answer, { id: name }) }) }));
const renewed = (changes: Parameters<typeof healthyRefresh>[0]) =>
  on(healthyTrace({ refresh: healthyRefresh(changes) }));
const ENDED = on(failedTrace([endedRound('no-content')]));
const scope = (header: string | null): HttpOutcome =>
  answerText('', 403, header === null ? [] : [['WWW-Authenticate', header]]);
const MISSING = 'Bearer error="insufficient_scope"';
const FULL = `${MISSING}, scope="admin", resource_metadata="https://mcp.example.com/m"`;
const called = (answer: Answer) =>
  round({ legacyCall: call(answer), modernCall: null, list: null });
const twice = (answer: Answer) =>
  on(
    failedTrace([
      healthyRound({ legacyCall: call(scope(FULL)), modernCall: null, list: null }),
      healthyRound({
        number: 2,
        because: '403 insufficient_scope',
        legacyCall: call(answer),
        modernCall: null,
        list: null,
      }),
    ]),
  );

/** Requests that must be refused, each taken, and what requirement that breaks. */
const MUST_REFUSE: readonly (readonly [string, SignInCheck])[] = [
  ['RS-13', 'expired token'],
  ['RS-16', 'id token'],
  ['RS-17', 'broken signature'],
  ['RS-17', 'unsigned copy'],
  ['RS-19', 'token in the query'],
  ['RS-20', 'session without token'],
  ['TK-08', 'wrong verifier'],
  ['TK-09', 'no verifier'],
  ['TK-11', 'code again'],
  ['TK-13', 'other client'],
];
const REFUSED_ROWS: readonly RequirementRow[] = MUST_REFUSE.flatMap(([id, name]) => [
  [id, `${name}: refused`, HEALTHY, 'met'],
  [id, `${name}: taken`, checked(name, OPEN), 'broken'],
  [id, 'without a sign-in', NO_SIGN_IN, 'not-seen'],
  [id, 'not tried', on(healthyTrace({ checks: {} })), 'not-seen'],
]);

const SCOPE_ROWS: readonly RequirementRow[] = [
  ['RS-23', 'never too little', HEALTHY, 'not-seen'],
  ['RS-23', '403 for scope', called(scope(FULL)), 'met'],
  ['RS-23', '401 for scope', called(answerText('', 401, [['WWW-Authenticate', FULL]])), 'broken'],
  ['RS-24', 'it says so', called(scope(FULL)), 'met'],
  ['RS-24', 'a bare 403', called(scope(null)), 'broken'],
  ['RS-24', 'a page of a firewall', called(answerText('<html>', 403)), 'not-seen'],
  ['RS-25', 'named', called(scope(FULL)), 'met'],
  ['RS-25', 'not named', called(scope(MISSING)), 'broken'],
  ['RS-25', 'a bare 403 is RS-24’s', called(scope(null)), 'not-applicable'],
  ['RS-26', 'repeated', called(scope(FULL)), 'met'],
  ['RS-26', 'left out', called(scope(MISSING)), 'broken'],
  ['RS-27', 'one step is enough', twice(OPEN), 'met'],
  ['RS-27', 'and another', twice(scope(FULL)), 'broken'],
  ['RS-27', 'no step was needed', HEALTHY, 'not-seen'],
  ['RS-18', 'only the server knows', HEALTHY, 'not-seen'],
];

const PROMISE = withServer({ authorization_response_iss_parameter_supported: true });
const came = (evidence: TargetEvidence, ...back: readonly (readonly [string, string])[]) => ({
  ...evidence,
  signIn: failedTrace([healthyRound({ callback: [['code', '[code 1]'], ...back] })]),
});
const STATE = ['state', '[state 1]'] as const;
const FAILED = ['error', 'access_denied'] as const;
const second = (changes: Partial<SignInRound>, first: Partial<SignInRound> = {}) =>
  on(
    healthyTrace({
      rounds: [
        healthyRound(first),
        healthyRound({
          number: 2,
          because: 'a second client, to see whether it asks again',
          ...changes,
        }),
      ],
    }),
  );
const CALLBACK_ROWS: readonly RequirementRow[] = [
  ['AS-18', 'promised and sent', came(PROMISE, STATE, ['iss', ISSUER]), 'met'],
  ['AS-18', 'promised and missing', came(PROMISE, STATE), 'broken'],
  ['AS-18', 'not promised', HEALTHY, 'not-applicable'],
  ['AS-18', 'no sign-in', PROMISE, 'not-seen'],
  ['AZ-07', 'the state that was sent', HEALTHY, 'met'],
  ['AZ-07', 'another', came(HEALTHY, ['state', 'x']), 'broken'],
  ['AZ-07', 'none', came(HEALTHY), 'broken'],
  ['AZ-07', 'none beside an error', came(HEALTHY, FAILED), 'met'],
  ['AZ-07', 'nothing came back', ENDED, 'not-seen'],
  ['AZ-07', 'no sign-in', NO_SIGN_IN, 'not-seen'],
  ['AZ-08', 'with the error', came(PROMISE, FAILED, ['iss', ISSUER]), 'met'],
  ['AZ-08', 'not with the error', came(PROMISE, FAILED), 'broken'],
  ['AZ-08', 'a code without it is AS-18’s', came(PROMISE, STATE), 'not-applicable'],
  ['AZ-09', 'the issuer', came(HEALTHY, STATE, ['iss', ISSUER]), 'met'],
  ['AZ-09', 'with a slash', came(HEALTHY, STATE, ['iss', `${ISSUER}/`]), 'broken'],
  ['AZ-09', 'no iss', HEALTHY, 'not-applicable'],
  ['AZ-17', 'it is asked', HEALTHY, 'met'],
  ['AZ-17', 'it is let through', second({ events: [] }), 'broken'],
  ['AZ-17', 'nobody is asked', second({ events: [] }, { events: [] }), 'not-seen'],
  ['AZ-17', 'only one was tried', round({}), 'not-seen'],
  ['AZ-17', 'the second never came back', second(endedRound('no-content')), 'not-seen'],
  ['AZ-17', 'both are asked', second({ events: [page()] }), 'met'],
  ['AZ-20', 'a redirect', HEALTHY, 'met'],
  ['AZ-20', 'a POST', on(failedTrace([endedRound('posted-callback')])), 'broken'],
  ['AZ-20', 'a form', on(failedTrace([endedRound('form-post-callback')])), 'broken'],
  ['AZ-20', 'a script', on(failedTrace([endedRound('script-callback')])), 'broken'],
  ['AZ-20', 'a frame', on(failedTrace([endedRound('framed-callback')])), 'broken'],
  ['AZ-20', 'it did not come back', ENDED, 'not-seen'],
  ['CI-08', 'only its user reads the page', HEALTHY, 'not-seen'],
];

const basic = (answer: Answer) => {
  const asked = tokenRequest(answer);
  const headers = [['Authorization', 'Basic [client secret 1]']] as const;
  return round({ token: { ...asked, request: { ...asked.request, headers } } });
};
const registeredWith = (method: string, answer: Answer) =>
  token(answer, {
    registration: tokenRequest(answerJson({ token_endpoint_auth_method: method }, 201)),
  });
const AT_ENDPOINT: readonly RequirementRow[] = [
  ['TK-02', 'a form is taken', HEALTHY, 'met'],
  ['TK-02', 'it wants JSON', token(415), 'broken'],
  ['TK-02', 'it falls over', token(500), 'broken'],
  ['TK-02', 'a refusal without JSON', token(answerText('<html>', 400)), 'broken'],
  ['TK-02', 'the code is refused', token(oauthError('invalid_grant')), 'met'],
  ['TK-02', 'no token was asked for', ENDED, 'not-seen'],
  ['TK-02', 'it did not answer', token('reset'), 'not-seen'],
  ['TK-03', 'as it should be', HEALTHY, 'met'],
  ['TK-03', 'it may be cached', token(answerJson({ access_token: 'a' })), 'broken'],
  ['TK-03', 'a form', token(answerText('access_token=a')), 'broken'],
  ['TK-03', 'no token', token(oauthError('invalid_grant')), 'not-seen'],
  ['TK-04', 'both', HEALTHY, 'met'],
  ['TK-04', 'no type', answered({ token_type: undefined }), 'broken'],
  ['TK-04', 'another type', answered({ token_type: 'mac' }), 'broken'],
  ['TK-04', 'no token', answered({ access_token: undefined }), 'broken'],
  ['TK-04', 'an error as success', token(oauthError('x', 200)), 'not-seen'],
  ['TK-05', 'nothing is null', HEALTHY, 'met'],
  ['TK-05', 'a null', answered({ scope: null }), 'broken'],
  ['TK-05', 'a list', answered({ scope: ['a'] }), 'broken'],
  ['TK-06', 'a number', HEALTHY, 'met'],
  ['TK-06', 'a text', answered({ expires_in: '3600' }), 'broken'],
  ['TK-06', 'none', answered({ expires_in: undefined }), 'broken'],
  ['TK-07', 'said', HEALTHY, 'met'],
  ['TK-07', 'the same, unsaid', answered({ scope: undefined }), 'met'],
  ['TK-07', 'less, unsaid', answered({ scope: undefined }, { claims: { scope: 'mcp' } }), 'broken'],
  ['TK-07', 'opaque', answered({ scope: undefined }, { claims: null }), 'not-seen'],
  ['TK-10', 'we make no such request', HEALTHY, 'not-seen'],
  ['TK-12', 'it is dead', HEALTHY, 'met'],
  ['TK-12', 'it lives on', checked('token after code again', OPEN), 'broken'],
  ['TK-12', 'the code works twice', checked('code again', tokenAnswer()), 'not-applicable'],
  ['TK-15', 'taken', HEALTHY, 'met'],
  ['TK-15', 'refused', token(oauthError('invalid_target')), 'broken'],
  ['TK-15', 'refused for another reason', token(oauthError('invalid_grant')), 'not-seen'],
  ['TK-15', 'none was sent', round({ resource: null }), 'not-applicable'],
  ['TK-16', 'for the server', HEALTHY, 'met'],
  ['TK-16', 'for another', answered({}, { claims: { aud: 'cid-1' } }), 'broken'],
  ['TK-16', 'opaque', answered({}, { claims: null }), 'not-seen'],
  ['TK-17', 'we make no such request', HEALTHY, 'not-seen'],
  ['TK-18', '401 invalid_client', HEALTHY, 'met'],
  ['TK-18', 'a crash', checked('unknown client', 500), 'broken'],
  ['TK-19', 'unsupported_grant_type', HEALTHY, 'met'],
  ['TK-19', 'another error', checked('unknown grant', oauthError('invalid_request')), 'broken'],
  [
    'TK-19',
    'an error as success',
    checked('unknown grant', oauthError('x', 200)),
    'not-applicable',
  ],
  ['TK-20', 'with 4xx', HEALTHY, 'met'],
  ['TK-20', 'with 200', token(oauthError('invalid_grant', 200)), 'broken'],
  ['TK-20', 'none was sent', round({}), 'not-seen'],
  ['TK-21', 'it works', basic(tokenAnswer()), 'met'],
  ['TK-21', 'it does not', basic(oauthError('invalid_client', 401)), 'broken'],
  ['TK-21', 'no secret', HEALTHY, 'not-applicable'],
  ['TK-22', 'it works', registeredWith('client_secret_post', tokenAnswer()), 'met'],
  ['TK-22', 'it does not', registeredWith('none', oauthError('invalid_client', 401)), 'broken'],
  ['TK-22', 'nothing was registered', HEALTHY, 'not-applicable'],
  ['TK-29', 'an hour', HEALTHY, 'met'],
  ['TK-29', 'a month', answered({}, { expiresIn: 2_592_000 }), 'broken'],
  ['TK-29', 'unsaid', answered({}, { expiresIn: null }), 'not-seen'],
];

const REFRESH_ROWS: readonly RequirementRow[] = [
  ['TK-23', 'there is one', HEALTHY, 'met'],
  [
    'TK-23',
    'there is none',
    answered({ refresh_token: undefined }, { hasRefresh: false }),
    'broken',
  ],
  ['TK-24', 'renewed', HEALTHY, 'met'],
  ['TK-24', 'refused', renewed({ exchange: tokenRequest(oauthError('invalid_scope')) }), 'broken'],
  [
    'TK-24',
    'forgotten',
    renewed({ exchange: tokenRequest(oauthError('invalid_client')) }),
    'not-applicable',
  ],
  ['TK-24', 'none to try', round({}), 'not-seen'],
  ['TK-25', 'a new one', HEALTHY, 'met'],
  ['TK-25', 'the same', renewed({ rotation: 'same' }), 'broken'],
  ['TK-25', 'none back', renewed({ rotation: 'none' }), 'broken'],
  ['TK-25', 'nothing was renewed', renewed({ tokens: null, rotation: null }), 'not-seen'],
  ['TK-26', 'refused', HEALTHY, 'met'],
  ['TK-26', 'taken', renewed({ oldAgain: tokenRequest(tokenAnswer()) }), 'broken'],
  ['TK-26', 'it is the same one', renewed({ rotation: 'same' }), 'not-applicable'],
  ['TK-26', 'not tried', renewed({ oldAgain: null }), 'not-seen'],
  ['TK-27', 'we make no such request', HEALTHY, 'not-seen'],
  ['TK-28', '400 invalid_grant', HEALTHY, 'met'],
  ['TK-28', '401', renewed({ unknown: tokenRequest(oauthError('invalid_grant', 401)) }), 'broken'],
  ['TK-28', 'not tried', renewed({ unknown: null }), 'not-seen'],
  ['TK-30', 'it works', HEALTHY, 'met'],
  ['TK-30', 'it is refused', renewed({ call: call(401) }), 'broken'],
  ['TK-30', 'it was not tried', renewed({ call: null }), 'not-seen'],
  ['TK-31', 'it opens the server', HEALTHY, 'met'],
  ['TK-31', 'it is refused', called(401), 'broken'],
  ['TK-31', 'nothing is there', called(404), 'broken'],
  ['TK-31', 'too little scope is RS-23’s', called(scope(FULL)), 'not-applicable'],
  ['TK-31', 'one era is enough', round({ legacyCall: call(404) }), 'met'],
  ['TK-31', 'nothing was called', ENDED, 'not-seen'],
];

export const SIGN_IN_ROWS: readonly RequirementRow[] = [
  ...REFUSED_ROWS,
  ...SCOPE_ROWS,
  ...CALLBACK_ROWS,
  ...AT_ENDPOINT,
  ...REFRESH_ROWS,
];

/** Never broken: what would tell is not asked, or stands where only a user reads it. */
export const NEVER_SEEN: readonly string[] = ['RS-18', 'CI-08', 'TK-10', 'TK-17', 'TK-27'];
