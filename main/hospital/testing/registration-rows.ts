import { vi } from 'vitest';
import type { Json, JsonObject } from '../message.ts';
import { SCOPE } from '../setup.ts';
import { authorize, memberOf, register, type AuthRow, type Look } from './auth-row.ts';
import { send } from './send.ts';
import { askToAuthorize, prepareSignIn } from './sign-in.ts';

const LOOPBACK = ['http://127.0.0.1:4711/callback'];
const LOCALHOST = ['http://localhost:4711/callback'];
const CURSOR = [
  'cursor://anysphere.cursor-mcp/oauth/callback',
  'https://www.cursor.com/agents/mcp/oauth/callback',
  'http://localhost:8787/callback',
];
const VSCODE = [
  'https://insiders.vscode.dev/redirect',
  'https://vscode.dev/redirect',
  'http://127.0.0.1/',
  'http://127.0.0.1:33418/',
];

const status =
  (change: JsonObject = {}): Look =>
  async (patient) =>
    (await register(patient, change)).status;
const member =
  (name: string, change: JsonObject = {}): Look =>
  async (patient) =>
    memberOf(await register(patient, change), name);
const kind =
  (name: string): Look =>
  async (patient) =>
    typeof (await register(patient)).json?.[name];
const header =
  (name: string): Look =>
  async (patient) =>
    (await register(patient)).headers[name] ?? 'missing';
const redirects = (...redirect_uris: string[]): Look => status({ redirect_uris });

/** The status of the second registration. */
const second: Look = async (patient) => {
  await register(patient);
  return (await register(patient)).status;
};

/** Do two registrations get the same id, and does the second let the first one's redirect in? */
const shared: Look = async (patient) => {
  const one = await register(patient);
  const two = await register(patient, { redirect_uris: CURSOR });
  return one.json?.client_id === two.json?.client_id;
};

/** Opens the sign-in page when so much time has gone by. */
const signInAfter =
  (ms: number): Look =>
  async (patient) => {
    const signIn = await prepareSignIn(patient);
    const now = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + ms);
    try {
      return (await askToAuthorize(patient, signIn)).received.status;
    } finally {
      now.mockRestore();
    }
  };

/** Registers as localhost, and comes back as localhost. */
const backAsLocalhost: Look = async (patient) => {
  const client_id = String((await register(patient, { redirect_uris: LOCALHOST })).json?.client_id);
  return (await authorize(patient, { client_id, redirect_uri: LOCALHOST[0]! })).status;
};

/** Deletes what was registered, by what came back. */
const deletion: Look = async (patient) => {
  const { json } = await register(patient);
  const url = json?.registration_client_uri;
  if (typeof url !== 'string') return 'not offered';
  const authorization = `Bearer ${String(json?.registration_access_token)}`;
  return (await send(patient, url, { method: 'DELETE', headers: { authorization } })).status;
};

const row = (patient: string, look: Look, sick: Json, well: Json): AuthRow => ({
  patient,
  look,
  sick,
  well,
});

/** How registration goes wrong: patients 70 to 84, and those beside the list. */
export const REGISTRATION_ROWS: readonly AuthRow[] = [
  row('registration-answers-200', status(), 200, 201),
  row('registration-without-redirects', member('redirect_uris'), 'missing', LOOPBACK),
  row('registration-nulls', member('client_secret'), null, 'missing'),
  row('registration-text-timestamp', kind('client_id_issued_at'), 'string', 'number'),
  row('registration-firewall-page', status(), 403, 201),
  row(
    'registration-firewall-page',
    header('content-type'),
    'text/html; charset=utf-8',
    'application/json',
  ),
  row(
    'registration-issues-secret',
    member('token_endpoint_auth_method'),
    'client_secret_basic',
    'none',
  ),
  row('registration-issues-secret', kind('client_secret'), 'string', 'undefined'),
  row('registration-empty-client-uri', member('client_uri'), '', 'missing'),
  row('registration-refuses-loopback', member('error'), 'invalid_redirect_uri', 'missing'),
  row('registration-refuses-loopback', redirects(...LOCALHOST), 400, 201),
  row('registration-refuses-loopback', redirects('https://claude.ai/x'), 201, 201),
  row('registration-refuses-cursor', redirects(...CURSOR), 400, 201),
  row('registration-refuses-cursor', redirects(...VSCODE), 201, 201),
  row('registration-refuses-unknown-members', status({ odd: 1 }), 400, 201),
  row('registration-refuses-unknown-members', status({ application_type: 'native' }), 201, 201),
  row('registration-refuses-scope', status({ scope: SCOPE }), 400, 201),
  row('registration-refuses-scope', status(), 201, 201),
  row('registration-wants-token', status(), 401, 201),
  row('registration-wants-token', header('www-authenticate'), 'Bearer', 'missing'),
  row('registration-limited', status(), 201, 201),
  row('registration-limited', second, 429, 201),
  row('registration-limited-at-once', status(), 429, 201),
  row('registration-limited-at-once', header('retry-after'), '3600', 'missing'),
  row('registration-shares-id', shared, true, false),
  row('registration-forgets-clients', signInAfter(29_000), 302, 302),
  row('registration-forgets-clients', signInAfter(31_000), 400, 302),
  row('registration-forgets-at-once', signInAfter(0), 400, 302),
  row('registration-changes-redirects', backAsLocalhost, 400, 302),
  row(
    'registration-changes-redirects',
    member('redirect_uris', { redirect_uris: LOCALHOST }),
    LOOPBACK,
    LOCALHOST,
  ),
  row(
    'registration-drops-refresh',
    member('grant_types'),
    ['authorization_code'],
    ['authorization_code', 'refresh_token'],
  ),
  row('registration-nameless', kind('client_id'), 'undefined', 'string'),
  row('registration-refuses-hosted', redirects('https://claude.ai/x'), 400, 201),
  row('registration-refuses-hosted', status(), 201, 201),
  row('registration-refuses-vscode', redirects(...VSCODE), 400, 201),
  row('registration-refuses-vscode', status(), 201, 201),
  row('registration-takes-plain-http', redirects('http://example.com/cb'), 201, 400),
  row('registration-takes-scripts', redirects('data:text/html,x'), 201, 400),
  row('registration-cannot-be-deleted', deletion, 'not offered', 204),
];
