import type { Json, JsonObject } from '../message.ts';
import type { RunningPatient } from '../start-patient.ts';
import { memberOf, register, type AuthRow, type Look } from './auth-row.ts';
import { form, rpc, send, withToken, type Received } from './send.ts';
import { askForToken, askToAuthorize, prepareSignIn, signedIn, type SignIn } from './sign-in.ts';

type Fields = Readonly<Record<string, string>>;

/** A sign-in up to its code, and the form that redeems it. */
async function withCode(patient: RunningPatient): Promise<{ signIn: SignIn; fields: Fields }> {
  const signIn = await prepareSignIn(patient);
  const { callback } = await askToAuthorize(patient, signIn);
  return { signIn, fields: signIn.tokenForm(callback?.get('code') ?? '') };
}

async function redeem(patient: RunningPatient, change: Fields = {}): Promise<Received> {
  const { signIn, fields } = await withCode(patient);
  return askForToken(patient, signIn, { ...fields, ...change });
}

/** Refreshes once or twice with the same token, or with one that never was. */
async function refresh(
  patient: RunningPatient,
  {
    times = 1,
    ...change
  }: { readonly times?: number; readonly refresh_token?: string; readonly scope?: string },
): Promise<{ first: string; received: Received }> {
  const { signIn, tokens } = await signedIn(patient);
  const first = String(tokens.refresh_token);
  const fields = {
    grant_type: 'refresh_token',
    refresh_token: first,
    client_id: signIn.clientId,
    resource: patient.url,
    ...change,
  };
  for (let done = 1; done < times; done += 1) await askForToken(patient, signIn, fields);
  return { first, received: await askForToken(patient, signIn, fields) };
}

async function call(patient: RunningPatient, token: Json | undefined): Promise<number> {
  return (await send(patient, patient.url, withToken(rpc('ping'), String(token)))).status;
}

const status =
  (change: Fields = {}): Look =>
  async (patient) =>
    (await redeem(patient, change)).status;
const member =
  (name: string): Look =>
  async (patient) =>
    memberOf(await redeem(patient), name);
const kind =
  (name: string): Look =>
  async (patient) =>
    typeof (await redeem(patient)).json?.[name];
const header =
  (name: string): Look =>
  async (patient) =>
    (await redeem(patient)).headers[name] ?? 'missing';
const refreshed =
  (
    change: {
      readonly times?: number;
      readonly refresh_token?: string;
      readonly scope?: string;
    } = {},
  ): Look =>
  async (patient) =>
    (await refresh(patient, change)).received.status;
const called: Look = async (patient) => call(patient, (await redeem(patient)).json?.access_token);
const calledAfterRefresh: Look = async (patient) =>
  call(patient, (await refresh(patient, {})).received.json?.access_token);
const sameRefreshToken: Look = async (patient) => {
  const { first, received } = await refresh(patient, {});
  return received.json?.refresh_token === first;
};
const secondUse: Look = async (patient) => {
  const { signIn, fields } = await withCode(patient);
  await askForToken(patient, signIn, fields);
  return (await askForToken(patient, signIn, fields)).status;
};
const withoutVerifier: Look = async (patient) => {
  const { signIn, fields } = await withCode(patient);
  const { code_verifier: _, ...others } = fields;
  return (await askForToken(patient, signIn, others)).status;
};
const calledAfterReplay: Look = async (patient) => {
  const { signIn, fields } = await withCode(patient);
  const { json } = await askForToken(patient, signIn, fields);
  await askForToken(patient, signIn, fields);
  return call(patient, json?.access_token);
};
const calledAfterRevocation: Look = async (patient) => {
  const token = String((await redeem(patient)).json?.access_token);
  await send(patient, `${patient.names.authOrigin}/revoke`, form({ token }));
  return call(patient, token);
};
/** The token with the last characters of its signature in another order. */
const calledWithOtherSignature: Look = async (patient) => {
  const token = String((await redeem(patient)).json?.access_token);
  const [header, claims, signature = ''] = token.split('.');
  return call(patient, [header, claims, [...signature].reverse().join('')].join('.'));
};
const isJwt: Look = async (patient) =>
  claimsOf((await redeem(patient)).json?.access_token).aud === patient.url;
const otherClient: Look = async (patient) => {
  const { fields } = await withCode(patient);
  const other = await prepareSignIn(patient);
  return (await askForToken(patient, other, { ...fields, client_id: other.clientId })).status;
};
const asJson: Look = async (patient) => {
  const { signIn, fields } = await withCode(patient);
  const headers = { 'content-type': 'application/json' };
  const sent = { method: 'POST', headers, body: JSON.stringify(fields) };
  return (await send(patient, String(signIn.metadata.token_endpoint), sent)).status;
};
/** The audience of the token is the client. */
const forClient: Look = async (patient) => {
  const { signIn, fields } = await withCode(patient);
  const { json } = await askForToken(patient, signIn, fields);
  return claimsOf(json?.access_token).aud === signIn.clientId;
};
function claimsOf(token: Json | undefined): JsonObject {
  const part = String(token).split('.')[1];
  if (part === undefined) return {};
  return JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as JsonObject;
}

/** Redeems with a secret for HTTP Basic that a registration gave, form-encoded or as it is. */
const withBasic =
  (encode: (text: string) => string, asked: JsonObject): Look =>
  async (patient) => {
    const { json } = await register(patient, asked);
    const [id, secret] = [String(json?.client_id), String(json?.client_secret)];
    const { signIn } = await withCode(patient);
    const query = { ...signIn.authorizeQuery, client_id: id };
    const { callback } = await askToAuthorize(patient, signIn, query);
    const { client_id: _, ...fields } = signIn.tokenForm(callback?.get('code') ?? '');
    const sent = form(fields);
    const authorization = `Basic ${Buffer.from(`${encode(id)}:${encode(secret)}`).toString('base64')}`;
    const headers = { ...sent.headers, authorization };
    return (await send(patient, String(signIn.metadata.token_endpoint), { ...sent, headers }))
      .status;
  };
const asItIs = (text: string): string => text;
const BASIC: JsonObject = { token_endpoint_auth_method: 'client_secret_basic' };

const post =
  (path: string, fields: Fields): Look =>
  async (patient) =>
    (await send(patient, patient.names.authOrigin + path, form(fields))).status;
/** Is the date of the authorization server ten minutes from ours? */
const isAhead: Look = async (patient) => {
  const { headers } = await redeem(patient);
  return Math.round((Date.parse(headers.date ?? '') - Date.now()) / 60_000) === 10;
};

const row = (patient: string, look: Look, sick: Json, well: Json): AuthRow => ({
  patient,
  look,
  sick,
  well,
});

/** How tokens and their revocation go wrong: patients 106 to 130, and those beside the list. */
export const TOKEN_ROWS: readonly AuthRow[] = [
  row('registration-issues-secret', status(), 401, 200),
  row('registration-issues-secret', withBasic(encodeURIComponent, {}), 200, 200),
  row('registration-drops-refresh', kind('refresh_token'), 'undefined', 'string'),
  row('token-type-missing', member('token_type'), 'missing', 'Bearer'),
  row('token-nulls', kind('refresh_token'), 'object', 'string'),
  row('token-nulls', member('scope'), null, 'mcp:tools'),
  row('token-scope-list', member('scope'), ['mcp:tools'], 'mcp:tools'),
  row('token-errors-as-200', status(), 200, 200),
  row('token-errors-as-200', member('error'), 'bad_verification_code', 'missing'),
  row(
    'token-answer-is-form',
    header('content-type'),
    'application/x-www-form-urlencoded',
    'application/json',
  ),
  row('token-answer-is-form', kind('access_token'), 'undefined', 'string'),
  row('token-crashes', status(), 500, 200),
  row('token-wants-json', status(), 400, 200),
  row('token-wants-json', asJson, 200, 400),
  row('token-refuses-codes', status(), 400, 200),
  row('token-refuses-codes', member('error'), 'invalid_grant', 'missing'),
  row('token-refuses-clients', status(), 401, 200),
  row('token-refuses-clients', member('error'), 'invalid_client', 'missing'),
  row('token-refuses-resource', member('error'), 'invalid_target', 'missing'),
  row('token-any-verifier', status({ code_verifier: 'wrong' }), 200, 400),
  row('token-codes-reusable', secondUse, 200, 400),
  row('token-codes-for-anyone', otherClient, 200, 400),
  row('refresh-never-rotates', sameRefreshToken, true, false),
  row('refresh-never-rotates', refreshed({ times: 2 }), 200, 400),
  row('refresh-old-tokens-work', sameRefreshToken, false, false),
  row('refresh-old-tokens-work', refreshed({ times: 3 }), 200, 400),
  row('refresh-dead-token-401', refreshed({ refresh_token: 'made-up' }), 401, 400),
  row('refresh-drops-audience', called, 200, 200),
  row('refresh-drops-audience', calledAfterRefresh, 401, 200),
  row('refresh-needs-scope', refreshed(), 400, 200),
  row('refresh-needs-scope', refreshed({ scope: 'mcp:tools' }), 200, 200),
  row('token-audience-is-client', called, 401, 200),
  row('token-audience-is-client', forClient, true, false),
  row('token-refused-by-server', status(), 200, 200),
  row('token-refused-by-server', called, 401, 200),
  row('token-secret-with-plus', withBasic(asItIs, BASIC), 401, 200),
  row('token-secret-with-plus', withBasic(encodeURIComponent, BASIC), 200, 200),
  row('token-cacheable', header('cache-control'), 'missing', 'no-store'),
  row('revocation-refuses-unknown', post('/revoke', { token: 'made-up' }), 400, 200),
  row('token-lives-ten-seconds', member('expires_in'), 10, 3600),
  row('token-clock-ahead', called, 401, 200),
  row('token-clock-ahead', isAhead, true, false),
  row('token-empty-request-crashes', post('/token', {}), 500, 400),
  row('token-is-jwt', isJwt, true, false),
  row('token-without-verifier', withoutVerifier, 200, 400),
  row('token-without-verifier', status({ code_verifier: 'wrong' }), 400, 400),
  row('token-outlives-replay', secondUse, 400, 400),
  row('token-outlives-replay', calledAfterReplay, 200, 401),
  row('token-crashes-on-unknown-client', status({ client_id: 'nobody' }), 500, 401),
  row('token-takes-any-grant', status({ grant_type: 'urn:nobody' }), 200, 400),
  row('token-lifetime-is-text', kind('expires_in'), 'string', 'number'),
  row('token-lifetime-missing', kind('expires_in'), 'undefined', 'number'),
  row('token-type-unknown', member('token_type'), 'mac', 'Bearer'),
  row('token-lives-a-month', member('expires_in'), 2_592_000, 3600),
  row('token-lives-one-second', member('expires_in'), 1, 3600),
  row('token-over-on-arrival', called, 401, 200),
  row('refresh-forgets-clients', refreshed(), 401, 200),
  row('revocation-does-nothing', calledAfterRevocation, 200, 401),
  {
    ...row('guard-takes-broken-signatures', calledWithOtherSignature, 200, 401),
    beside: 'token-is-jwt',
  },
  row('token-without-refresh', kind('refresh_token'), 'undefined', 'string'),
];
