import type { Json } from '../message.ts';
import type { RunningPatient } from '../start-patient.ts';
import { authorize, changed, parameterOf, type AuthRow, type Look } from './auth-row.ts';
import { form, send, type Received } from './send.ts';
import { prepareSignIn } from './sign-in.ts';
import { SCOPE } from '../setup.ts';

type Change = Readonly<Record<string, string | null>>;

const REDIRECT = 'http://127.0.0.1:4711/callback';
const ELSEWHERE = 'https://elsewhere.example/';
const ASKS = 'authorize-asks-the-user';

const status =
  (change: Change = {}): Look =>
  async (patient) =>
    (await authorize(patient, change)).status;
const back =
  (name: string, change: Change = {}): Look =>
  async (patient) =>
    parameterOf(await authorize(patient, change), name);
const error = (change: Change = {}): Look => back('error', change);
/** The issuer that comes back, with the origin of the patient as `{auth}`. */
const iss =
  (change: Change = {}): Look =>
  async (patient) =>
    parameterOf(await authorize(patient, change), 'iss').replace(
      patient.names.authOrigin,
      '{auth}',
    );
const header =
  (name: string): Look =>
  async (patient) =>
    (await authorize(patient)).headers[name] ?? 'missing';
const fragment =
  (name: string, change: Change): Look =>
  async (patient) => {
    const { location } = (await authorize(patient, change)).headers;
    return new URLSearchParams(new URL(location ?? 'x:').hash.slice(1)).has(name);
  };

/** Registers a fresh client, opens the sign-in and presses a button of its page. */
async function press(patient: RunningPatient, decision: 'allow' | 'deny'): Promise<Received> {
  const signIn = await prepareSignIn(patient);
  const url = new URL(String(signIn.metadata.authorization_endpoint));
  url.search = new URLSearchParams(changed(signIn, {})).toString();
  return send(patient, url.href, form({ decision }));
}

const pressed =
  (name: string, decision: 'allow' | 'deny' = 'allow'): Look =>
  async (patient) => {
    const received = await press(patient, decision);
    if (name === 'status') return received.status;
    return /^\w+$/.test(name) ? parameterOf(received, name) : received.body.includes(name);
  };
/** What a second client meets once the user has let in the first one. */
const secondClient: Look = async (patient) => {
  await press(patient, 'allow');
  return (await authorize(patient)).status;
};

const row = (patient: string, look: Look, sick: Json, well: Json, beside = 'healthy'): AuthRow => ({
  patient,
  look,
  sick,
  well,
  beside,
});

const STATE = 'a state/with +odd= characters';
const NO_CHALLENGE: Change = { code_challenge: null, code_challenge_method: null };

/** How the authorization endpoint goes wrong: patients 89 to 105, and those beside the list. */
export const AUTHORIZE_ROWS: readonly AuthRow[] = [
  row('authorize-open-redirect', status({ redirect_uri: ELSEWHERE }), 302, 400),
  row('authorize-prefix-redirect', status({ redirect_uri: `${REDIRECT}/more` }), 302, 400),
  row('authorize-prefix-redirect', status({ redirect_uri: `${REDIRECT}?x=1` }), 302, 400),
  row('authorize-prefix-redirect', status({ redirect_uri: ELSEWHERE }), 400, 400),
  row(
    'authorize-compares-ports',
    status({ redirect_uri: 'http://127.0.0.1:9/callback' }),
    400,
    302,
  ),
  row('authorize-compares-ports', status(), 302, 302),
  row('authorize-without-pkce', error(NO_CHALLENGE), 'missing', 'invalid_request'),
  row(
    'authorize-without-pkce',
    error({ code_challenge_method: 'plain' }),
    'invalid_request',
    'invalid_request',
  ),
  row(
    'authorize-plain-pkce',
    error({ code_challenge_method: 'plain' }),
    'missing',
    'invalid_request',
  ),
  row('authorize-plain-pkce', error({ code_challenge_method: null }), 'missing', 'invalid_request'),
  row('authorize-plain-pkce', error(NO_CHALLENGE), 'invalid_request', 'invalid_request'),
  row('authorize-state-cut', back('state'), STATE.slice(0, 16), STATE),
  row('authorize-state-encoded-again', back('state'), encodeURIComponent(STATE), STATE),
  row('authorize-wrong-iss', iss(), 'https://login.elsewhere.example', '{auth}'),
  row('authorize-iss-missing', iss(), 'missing', '{auth}'),
  row('authorize-iss-slash', iss(), '{auth}/', '{auth}'),
  row('authorize-refuses-resource', status(), 400, 302),
  row('authorize-refuses-resource', status({ resource: null }), 302, 302),
  row('authorize-any-resource', error({ resource: ELSEWHERE }), 'missing', 'invalid_target'),
  row('authorize-refuses-scope', error({ scope: SCOPE }), 'invalid_scope', 'missing'),
  row('authorize-refuses-scope', error(), 'missing', 'missing'),
  row('authorize-scope-page', status({ scope: 'nobody:knows' }), 400, 302),
  row('authorize-scope-page', status({ scope: SCOPE }), 302, 302),
  row('authorize-needs-scope', error(), 'invalid_scope', 'missing'),
  row('authorize-needs-scope', error({ scope: SCOPE }), 'missing', 'missing'),
  row('authorize-consent-once', status(), 200, 200, ASKS),
  row('authorize-consent-once', secondClient, 302, 200, ASKS),
  row('callback-by-script', status(), 200, 302),
  row('authorize-errors-without-iss', iss({ response_type: 'x' }), 'missing', '{auth}'),
  row('authorize-errors-without-iss', iss(), '{auth}', '{auth}'),
  row('authorize-crashes-on-unknown-client', status({ client_id: 'nobody' }), 500, 400),
  row('authorize-crashes-on-prompt', status({ prompt: 'consent' }), 500, 302),
  row('authorize-refuses-long-requests', status({ state: 's'.repeat(2000) }), 414, 302),
  row('authorize-refuses-long-requests', status(), 302, 302),
  row('authorize-implicit-flow', fragment('access_token', { response_type: 'token' }), true, false),
  row('authorize-asks-the-user', status(), 200, 302),
  row('authorize-framable', header('x-frame-options'), 'missing', 'DENY', ASKS),
  row(
    'authorize-framable',
    header('content-security-policy'),
    'missing',
    "frame-ancestors 'none'",
    ASKS,
  ),
  row('authorize-denies', pressed('error'), 'access_denied', 'missing', ASKS),
  row('authorize-denies', pressed('error', 'deny'), 'access_denied', 'access_denied', ASKS),
  row(
    'consent-form-action',
    header('content-security-policy'),
    "frame-ancestors 'none'; form-action 'self'",
    "frame-ancestors 'none'",
    ASKS,
  ),
  row('callback-by-307', pressed('status'), 307, 303, ASKS),
  row('callback-by-308', pressed('status'), 308, 303, ASKS),
  row('callback-by-form', pressed('status'), 200, 303, ASKS),
  row('callback-by-form', pressed('name="code"'), true, false, ASKS),
  row('callback-in-frame', pressed('<iframe src="http://127.0.0.1'), true, false, ASKS),
  row('authorize-state-lost', back('state'), 'missing', STATE),
];
