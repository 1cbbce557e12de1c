import type { ClientId } from '../../../contract/words.ts';
import type { Exchange, JsonObject } from '../../model/evidence.ts';
import type { RegistrationAttempt } from '../../model/registration-evidence.ts';
import type { StrictRefusal } from '../../model/sign-in-evidence.ts';
import { registrationScope } from '../../probe/registration/registration-scope.ts';
import { jsonAnswer } from '../../probe/registration/json-answer.ts';
import { isOwnAddress } from '../../probe/registration/remove-clients.ts';
import { authMethodFor, type ClientIdentity } from '../oauth/client-identity.ts';
import { registerClient } from '../oauth/register.ts';
import { usesDocument, type SignInPlan } from './sign-in-plan.ts';
import type { SignInContext } from './sign-in-context.ts';
import { toldBy } from './told-by.ts';

/** Who the client is at the authorization server, and how that came about. */
export interface Identified {
  /** Null where there is no way to an id, or the registration was refused. */
  readonly identity: ClientIdentity | null;
  readonly registration: Exchange | null;
  readonly strict: readonly StrictRefusal[];
}

/**
 * The id of the client by the client's own order: the one that the user gave, the address of its
 * document, a registration.
 * @see MCP 2025-11-25 authorization, client registration approaches; CI-12, DR-01
 */
export async function chooseIdentity(
  plan: SignInPlan,
  context: SignInContext,
): Promise<Identified> {
  const { given } = context.wishes;
  if (given !== null) {
    const { id, secret } = given;
    const method = authMethodFor(secret, plan.metadata);
    const basicEncoding = basicEncodingOf(context.client);
    return known({ id, from: 'given', secret, method, basicEncoding, management: null });
  }
  if (usesDocument(plan, context.client)) {
    const id = plan.profile.clientIdDocument!;
    return known({ id, from: 'document', secret: null, method: 'none', management: null });
  }
  return register(plan, context);
}

function known(identity: ClientIdentity): Identified {
  return { identity, registration: null, strict: [] };
}

/** Registers a client; what comes of it is remembered for the end before it is used. */
export async function register(plan: SignInPlan, context: SignInContext): Promise<Identified> {
  const { registration } = plan.endpoints;
  if (registration === null) return { identity: null, registration: null, strict: [] };
  const sent = registrationBody(plan, context);
  const {
    exchange,
    identity: given,
    strict: says,
  } = await registerClient(sent, registration, context.send);
  const basicEncoding = basicEncodingOf(context.client);
  const identity = given && { ...withOwnManagement(given, registration), basicEncoding };
  await context.tokens.registered(attemptOf(context.client.id, sent, exchange, identity), identity);
  const strict =
    says === null ? [] : [{ step: 'registration' as const, says: context.keeper.hide(says) }];
  return { identity, registration: context.record(exchange), strict };
}

/** Clients that are the TypeScript SDK, or in which it was seen; of the hosted ones nobody knows. */
const ON_THE_SDK: readonly ClientId[] = ['claude-code', 'mcp-remote', 'ts-sdk'];

/**
 * The TypeScript SDK puts id and secret into the Basic header as they are (TK-21).
 * @see reference-clients 2.1 step 12
 */
function basicEncodingOf({ id }: SignInContext['client']): 'form' | 'none' {
  return ON_THE_SDK.includes(id) ? 'none' : 'form';
}

// SECURITY: D6. The token that deletes a client goes to the origin that gave it and nowhere else.
function withOwnManagement(identity: ClientIdentity, endpoint: string): ClientIdentity {
  const { management } = identity;
  const isSafe = management !== null && isOwnAddress(management.uri, endpoint);
  return isSafe ? identity : { ...identity, management: null };
}

function attemptOf(
  as: ClientId,
  sent: JsonObject,
  exchange: Exchange,
  identity: ClientIdentity | null,
): RegistrationAttempt {
  const clientId = identity?.id ?? null;
  const variant = 'as the client sends it';
  return { as, variant, sent, exchange, json: jsonAnswer(exchange), clientId, removal: null };
}

/** As the client sends it, with the redirect at which it is caught here. */
function registrationBody(plan: SignInPlan, { client, page, target }: SignInContext): JsonObject {
  const { body, redirectUri } = plan.profile;
  const listed = body.redirect_uris;
  const all = Array.isArray(listed) ? listed : [redirectUri];
  const redirects = all.map((one) => (one === redirectUri ? page.redirectUri : one));
  const told = toldBy(target);
  const scope = told === null ? null : registrationScope(client.id, told, plan.metadata);
  return { ...body, redirect_uris: redirects, ...(scope === null ? {} : { scope }) };
}
