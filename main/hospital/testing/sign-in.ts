import { createHash, randomBytes } from 'node:crypto';
import type { JsonObject } from '../message.ts';
import type { RunningPatient } from '../start-patient.ts';
import { form, send, type Received } from './send.ts';

const REDIRECT_URI = 'http://127.0.0.1:4711/callback';

/** The parts of a sign-in, so that a test can do one of them otherwise. */
export interface SignIn {
  readonly metadata: JsonObject;
  readonly clientId: string;
  readonly verifier: string;
  readonly authorizeQuery: Readonly<Record<string, string>>;
  readonly tokenForm: (code: string) => Readonly<Record<string, string>>;
}

/** Finds the authorization server by the addresses of a healthy pair and registers a client. */
export async function prepareSignIn(patient: RunningPatient): Promise<SignIn> {
  const metadata = await serverMetadata(patient);
  const registered = await send(patient, String(metadata.registration_endpoint), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ client_name: 'A test', redirect_uris: [REDIRECT_URI] }),
  });
  const clientId = String(registered.json?.client_id);
  const verifier = randomBytes(32).toString('base64url');
  return {
    metadata,
    clientId,
    verifier,
    authorizeQuery: {
      response_type: 'code',
      client_id: clientId,
      redirect_uri: REDIRECT_URI,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      state: 'a state/with +odd= characters',
      resource: patient.url,
    },
    tokenForm: (code) => ({
      grant_type: 'authorization_code',
      code,
      client_id: clientId,
      redirect_uri: REDIRECT_URI,
      code_verifier: verifier,
      resource: patient.url,
    }),
  };
}

async function serverMetadata(patient: RunningPatient): Promise<JsonObject> {
  const prm = new URL('/.well-known/oauth-protected-resource/mcp', patient.url).href;
  const named = (await send(patient, prm)).json?.authorization_servers;
  const origin = Array.isArray(named) ? String(named[0]) : new URL(patient.url).origin;
  const address = new URL('/.well-known/oauth-authorization-server', origin).href;
  return (await send(patient, address)).json ?? {};
}

/** Sends the authorization request and gives back where it leads, or the page that it ends on. */
export async function askToAuthorize(
  patient: RunningPatient,
  signIn: SignIn,
  query: Readonly<Record<string, string>> = signIn.authorizeQuery,
): Promise<{ readonly received: Received; readonly callback: URLSearchParams | null }> {
  const url = new URL(String(signIn.metadata.authorization_endpoint));
  url.search = new URLSearchParams(query).toString();
  const received = await send(patient, url.href);
  const { location } = received.headers;
  return {
    received,
    callback: location === undefined ? null : new URL(location, url).searchParams,
  };
}

/** A form to the token endpoint. */
export function askForToken(
  patient: RunningPatient,
  signIn: SignIn,
  fields: Readonly<Record<string, string>>,
): Promise<Received> {
  return send(patient, String(signIn.metadata.token_endpoint), form(fields));
}

/** The whole way up to a token. */
export async function signedIn(
  patient: RunningPatient,
): Promise<{ readonly signIn: SignIn; readonly code: string; readonly tokens: JsonObject }> {
  const signIn = await prepareSignIn(patient);
  const { callback } = await askToAuthorize(patient, signIn);
  const code = callback?.get('code') ?? '';
  const { json } = await askForToken(patient, signIn, signIn.tokenForm(code));
  return { signIn, code, tokens: json ?? {} };
}
