import {
  dynamicClientRegistrationRequest,
  processDynamicClientRegistrationResponse,
} from 'oauth4webapi';
import type { Exchange, JsonObject } from '../../model/evidence.ts';
import { jsonAnswer } from '../../probe/registration/json-answer.ts';
import type { Send } from '../../probe/sender.ts';
import { Secret } from '../../secrets/secret.ts';
import { askStrictly } from './ask-strictly.ts';
import { AUTH_METHODS, type AuthMethod, type ClientIdentity } from './client-identity.ts';
import { isSuccess } from './is-success.ts';
import { textOf } from './text-of.ts';

export interface Registered {
  readonly exchange: Exchange;
  /** Read as shipped clients do, from any 2xx that has a client_id; null where there is none. */
  readonly identity: ClientIdentity | null;
  /** What the strict reader holds against the answer, or null. */
  readonly strict: string | null;
}

/**
 * Registers a client (RFC 7591).
 * @param body the registration as the client sends it
 * @param endpoint `registration_endpoint` of the metadata
 * @see DR-03 to DR-06; reference-clients 2.1 step 9
 */
export async function registerClient(
  body: JsonObject,
  endpoint: string,
  send: Send,
): Promise<Registered> {
  const as = { issuer: endpoint, registration_endpoint: endpoint };
  const asking = { endpoint, send, step: 'registration', purpose: 'client registration' } as const;
  const { exchange, strict } = await askStrictly<string>(asking, async (options) =>
    processDynamicClientRegistrationResponse(
      await dynamicClientRegistrationRequest(as, body, options),
    ),
  );
  const json = isSuccess(exchange) ? jsonAnswer(exchange) : null;
  return { exchange, identity: json && identityOf(json, body), strict };
}

function identityOf(json: JsonObject, body: JsonObject): ClientIdentity | null {
  const id = textOf(json.client_id);
  if (id === null) return null;
  const secret = textOf(json.client_secret);
  const told = [json.token_endpoint_auth_method, body.token_endpoint_auth_method];
  return {
    id,
    from: 'registered',
    secret: secret === null ? null : new Secret(secret),
    method: secret === null ? 'none' : methodOf(told),
    management: managementOf(json),
  };
}

/**
 * What the server says, else what was asked for. A secret that came although none was asked for goes
 * into the header (RFC 7591 §2, the default).
 */
function methodOf([answered, asked]: readonly unknown[]): AuthMethod {
  const wanted = asked === 'none' ? undefined : asked;
  return AUTH_METHODS.find((one) => one === (answered ?? wanted)) ?? 'client_secret_basic';
}

function managementOf(json: JsonObject): ClientIdentity['management'] {
  const uri = textOf(json.registration_client_uri);
  const token = textOf(json.registration_access_token);
  return uri === null || token === null ? null : { uri, token: new Secret(token) };
}
