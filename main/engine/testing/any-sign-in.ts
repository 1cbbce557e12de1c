/** Arbitrary sign-ins, for tests that nothing falls over whatever was seen. */
import * as fc from 'fast-check';
import { CLIENT_IDS } from '../../contract/words.ts';
import type { Exchange, JsonObject } from '../model/evidence.ts';
import { NAVIGATION_ENDINGS } from '../model/navigation-ending.ts';
import type { NavigationEvent } from '../model/navigation-event.ts';
import type { SignInEvidence, SignInRound, SignInTrace } from '../model/sign-in-evidence.ts';
import { exchange } from './exchange-builders.ts';
import { answerFailure, answerText } from './fake-answers.ts';
import { healthyChecks, healthyTrace, page } from './healthy-trace.ts';

const TEXT = fc.oneof(
  fc.constantFrom('', 'invalid_client', 'redirect_uri', 'scope', '[state 1]', '\u0000', '“'),
  fc.string(),
);
const BODY = fc.oneof(
  fc.json(),
  fc.string(),
  fc
    .dictionary(
      fc.constantFrom('access_token', 'token_type', 'expires_in', 'scope', 'error', 'aud'),
      fc.jsonValue(),
    )
    .map((one) => JSON.stringify(one)),
);
const STATUS = fc.oneof(
  fc.constantFrom(200, 201, 302, 400, 401, 403, 404, 415, 429, 500, 503),
  fc.integer({ min: 100, max: 599 }),
);
const OUTCOME = fc.oneof(
  fc.constant(answerFailure('reset')),
  fc.tuple(BODY, STATUS, TEXT).map(([body, status, header]) =>
    answerText(body, status, [
      ['Content-Type', header],
      ['WWW-Authenticate', `Bearer error="insufficient_scope", scope="${header}"`],
    ]),
  ),
);
const EXCHANGE: fc.Arbitrary<Exchange> = OUTCOME.map((answer) => exchange({ answer }));
const SOME = fc.option(EXCHANGE);
const JSON_OBJECT = fc.option(
  fc.dictionary(fc.constantFrom('aud', 'iss', 'scope', 'scp', 'exp'), fc.jsonValue()),
) as fc.Arbitrary<JsonObject | null>;
const FACTS = fc.record({
  form: fc.constantFrom('jwt', 'opaque'),
  header: JSON_OBJECT,
  claims: JSON_OBJECT,
  type: fc.option(TEXT),
  expiresIn: fc.option(fc.double()),
  scope: fc.option(TEXT),
  hasRefresh: fc.boolean(),
  hasId: fc.boolean(),
});
const AT = fc.nat();
const EVENT = fc.oneof(
  fc
    .tuple(TEXT, TEXT, fc.boolean())
    .map(([title, says, isEmpty]) => page({ title, says, isEmpty })),
  fc.record({ at: AT, kind: fc.constant('failed'), url: TEXT, error: TEXT, frame: TOP() }),
  fc.record({ at: AT, kind: fc.constant('popup'), url: TEXT }),
  fc.record({ at: AT, kind: fc.constant('console'), text: TEXT }),
  fc.record({ at: AT, kind: fc.constant('closed'), by: fc.constantFrom('user', 'us') }),
  fc.record({
    at: AT,
    kind: fc.constant('callback'),
    url: TEXT,
    method: fc.constantFrom('GET', 'POST'),
    frame: TOP(),
    body: fc.option(TEXT),
    by: fc.constantFrom('redirect', 'page', 'form'),
    status: fc.option(STATUS),
  }),
) as fc.Arbitrary<NavigationEvent>;

function TOP() {
  return fc.constantFrom('top', 'child');
}

const ENDING = fc.record({
  kind: fc.constantFrom(...NAVIGATION_ENDINGS),
  at: fc.option(TEXT),
  says: TEXT,
  events: fc.array(fc.nat(9)),
});
const NAMED = fc.constantFrom('code', 'state', 'iss', 'error', 'error_description', 'x');
const ROUND = fc.record({
  number: fc.nat(),
  because: fc.constantFrom(
    'the first request',
    '401 after a good token',
    '403 insufficient_scope',
    'the refresh was refused',
    'the client was forgotten',
    'a second client, to see whether it asks again',
  ),
  idFrom: fc.constantFrom('given', 'document', 'registered', 'kept', null),
  registration: SOME,
  clientId: fc.option(TEXT),
  issuer: fc.option(TEXT),
  redirectUri: TEXT,
  resource: fc.option(TEXT),
  scope: fc.option(TEXT),
  state: TEXT,
  authorizeUrl: fc.option(TEXT),
  events: fc.array(EVENT, { maxLength: 6 }),
  ending: fc.option(ENDING),
  callback: fc.option(fc.array(fc.tuple(NAMED, TEXT), { maxLength: 4 })),
  callbackMethod: fc.option(TEXT),
  token: SOME,
  tokens: fc.option(FACTS),
  strict: fc.constant([]),
  legacyCall: SOME,
  modernCall: SOME,
  list: SOME,
  startedAt: fc.nat(),
  durationMs: fc.nat(),
}) as fc.Arbitrary<SignInRound>;

const REFRESH = fc.record({
  exchange: EXCHANGE,
  tokens: fc.option(FACTS),
  rotation: fc.constantFrom('new', 'same', 'none', null),
  withScope: SOME,
  call: SOME,
  oldAgain: SOME,
  unknown: SOME,
});
const NEVER = fc.record({
  step: fc.constantFrom(
    'reach',
    'challenge',
    'resource-metadata',
    'server-metadata',
    'registration',
  ),
  cause: fc.constantFrom('F26', 'F40', null),
  why: fc.constant('It gives up.'),
});
const CHECKS = fc.record(
  Object.fromEntries(Object.keys(healthyChecks()).map((name) => [name, EXCHANGE])),
  { requiredKeys: [] },
);
const TRACE = fc.record({
  way: fc.constantFrom('isolated', 'system', 'none'),
  headless: fc.boolean(),
  neverStarted: fc.option(NEVER, { freq: 5 }),
  rounds: fc.array(ROUND, { maxLength: 3 }),
  end: fc.constantFrom('signed in', 'never started', 'blank', 'loop', 'failed', 'unfinished'),
  refresh: fc.option(REFRESH),
  revocation: SOME,
  afterRevocation: SOME,
  checks: CHECKS,
}) as fc.Arbitrary<SignInTrace>;

/** Any sign-in at all, made as any client. */
export const ANY_SIGN_IN: fc.Arbitrary<SignInEvidence> = fc
  .tuple(TRACE, fc.constantFrom(...CLIENT_IDS))
  .map(([trace, as]) => ({ ...healthyTrace(trace), as }));
