import type { Json, JsonObject } from '../message.ts';
import { nameAll } from '../patient-names.ts';
import type { Patient } from '../patient.ts';
import type { RunningPatient } from '../start-patient.ts';
import { send, type Received } from './send.ts';
import { askToAuthorize, prepareSignIn, type SignIn } from './sign-in.ts';

/** Looks at one thing of a running patient. */
export type Look = (patient: RunningPatient) => Promise<Json>;

/** A patient, where to look, what is seen there, and what a pair without its fault shows. */
export interface AuthRow {
  readonly patient: string;
  readonly look: Look;
  readonly sick: Json;
  readonly well: Json;
  /** The pair without the fault; `healthy` where it is left out. */
  readonly beside?: string;
}

/** Does a patient differ only in what its authorization server does? */
export function isAuthPatient({ name, number, mutate }: Patient): boolean {
  if (number !== null) return number >= 70 && number <= 130;
  const { names } = nameAll({}, { mcp: 1, auth: 2, dead: 3 });
  return mutate(names).auth !== undefined && !name.startsWith('incident-');
}

/** A body as the reference clients register with. */
const BODY: JsonObject = {
  client_name: 'A test',
  redirect_uris: ['http://127.0.0.1:4711/callback'],
  grant_types: ['authorization_code', 'refresh_token'],
  token_endpoint_auth_method: 'none',
};

/** Registers with some members changed. */
export function register(patient: RunningPatient, change: JsonObject = {}): Promise<Received> {
  return send(patient, `${patient.names.authOrigin}/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...BODY, ...change }),
  });
}

/** A member of an answer, `missing` where it is not there. */
export function memberOf({ json }: Received, name: string): Json {
  return json !== null && Object.hasOwn(json, name) ? (json[name] ?? null) : 'missing';
}

/** An authorization request with some parameters changed; `null` leaves one out. */
export function changed(
  { authorizeQuery }: SignIn,
  change: Readonly<Record<string, string | null>>,
): Record<string, string> {
  const all = Object.entries({ ...authorizeQuery, ...change });
  return Object.fromEntries(all.filter((entry): entry is [string, string] => entry[1] !== null));
}

/** Registers, and opens the sign-in with some parameters changed. */
export async function authorize(
  patient: RunningPatient,
  change: Readonly<Record<string, string | null>> = {},
): Promise<Received> {
  const signIn = await prepareSignIn(patient);
  return (await askToAuthorize(patient, signIn, changed(signIn, change))).received;
}

/** A parameter of the redirect back, `missing` where it is not there. */
export function parameterOf({ headers }: Received, name: string): string {
  const { location } = headers;
  const query = location === undefined ? null : new URL(location).searchParams;
  return query?.get(name) ?? 'missing';
}
