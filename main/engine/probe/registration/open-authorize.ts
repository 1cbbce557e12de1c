import type { ClientId } from '../../../contract/words.ts';
import type { Client } from '../../model/client.ts';
import type { JsonObject } from '../../model/evidence.ts';
import type {
  AuthorizeAttempt,
  AuthorizeVariant,
  RegistrationAttempt,
} from '../../model/registration-evidence.ts';
import type { Send } from '../sender.ts';
import { documentRequests } from './authorize-documents.ts';
import { goesOn } from './authorize-outcome.ts';
import {
  clientParameters,
  isLoopbackRedirect,
  type AuthorizeParameters,
  type SignInFacts,
} from './authorize-parameters.ts';
import { authorizeEndpoint, authorizeRequest } from './authorize-request.ts';
import { offersOffline } from './offline-scope.ts';
import { variantsOf } from './authorize-variants.ts';
import { withoutCode } from './without-code.ts';

/** What opening the sign-in page starts from. */
export interface OpenAuthorize {
  readonly url: string;
  readonly document: JsonObject;
  readonly issuer: string;
  readonly attempts: readonly RegistrationAttempt[];
  readonly clients: readonly Client[];
  /** `resource` of the resource metadata, and the scope that clients ask for; null where none is. */
  readonly resource: string | null;
  readonly scope: string | null;
  readonly send: Send;
}

/**
 * Opens the sign-in page as the registered clients would, without signing in and without following
 * any redirect: as each of them sends it, with one client's request changed in one thing after the
 * other, and with client-id documents where they are offered.
 * @returns what was answered; nothing where the metadata names no endpoint that may be opened, and
 *   only the first attempt where that got no answer. A code that comes back at once is neither kept
 *   nor redeemed.
 * @see spec-requirements 1.5; safety E9
 */
export async function openAuthorize(known: OpenAuthorize): Promise<readonly AuthorizeAttempt[]> {
  const endpoint = authorizeEndpoint(known.document.authorization_endpoint);
  if (endpoint === null) return [];
  const open = opener(endpoint, known.send);
  const facts = factsOf(known);
  const [first, ...others] = [...ownRequests(known, facts), ...ownDocuments(known, facts)];
  if (first === undefined) return [];
  const answered = await open(first);
  if (answered.exchange.outcome.kind === 'failure') return [answered];
  const attempts = [answered, ...(await Promise.all(others.map(open)))];
  const base = baseOf([first, ...others], attempts);
  return base === null ? attempts : [...attempts, ...(await openVariants(base, open))];
}

/** One request of one client. */
interface Opening {
  readonly as: ClientId;
  readonly variant: AuthorizeVariant;
  readonly parameters: AuthorizeParameters;
}
type Open = (opening: Opening) => Promise<AuthorizeAttempt>;

function opener(endpoint: string, send: Send): Open {
  return async ({ as, variant, parameters }) => {
    const request = authorizeRequest(endpoint, parameters);
    const exchange = withoutCode(await send(request, 'authorize', 'authorization request'));
    const { client_id: clientId, redirect_uri: redirectUri, state } = parameters;
    return { as, variant, clientId, redirectUri, state, exchange };
  };
}

function factsOf({ url, resource, scope, document }: OpenAuthorize): SignInFacts {
  return { url, resource, scope, offersOffline: offersOffline(document) };
}

/** The requests of the clients that were registered. */
function ownRequests({ attempts, clients }: OpenAuthorize, facts: SignInFacts): readonly Opening[] {
  return attempts.flatMap(({ as, variant, sent, clientId }): readonly Opening[] => {
    const profile = clients.find((one) => one.id === as)?.registers;
    if (variant !== 'as the client sends it' || clientId === null || !profile) return [];
    const scope = typeof sent.scope === 'string' ? sent.scope : null;
    const own = { clientId, redirectUri: profile.redirectUri, scope };
    return [{ as, variant, parameters: clientParameters(as, own, facts) }];
  });
}

function ownDocuments({ document, clients }: OpenAuthorize, facts: SignInFacts): Opening[] {
  return documentRequests(document, clients).map(({ as, variant, clientId, redirectUri }) => {
    const own = { clientId, redirectUri, scope: null };
    return { as, variant, parameters: clientParameters(as, own, facts) };
  });
}

interface Base {
  readonly opening: Opening;
  readonly isTaken: boolean;
}

/**
 * The request that is varied: a client's own that goes through, on loopback before all others,
 * because only there the port can be changed.
 */
function baseOf(openings: readonly Opening[], attempts: readonly AuthorizeAttempt[]): Base | null {
  const isOwn = ({ variant }: Opening) => OWN.includes(variant);
  const candidates = openings
    .map((opening, at) => ({ opening, isTaken: goesOn(attempts[at]!) }))
    .filter(({ opening }) => isOwn(opening))
    .toSorted((one, two) => rank(one) - rank(two));
  return candidates[0] ?? null;
}

const OWN: readonly AuthorizeVariant[] = ['as the client sends it', 'client-id document'];

/** What goes through first, registered ids before documents, loopback before the rest. */
function rank({ opening, isTaken }: Base): number {
  const isDocument = opening.variant === 'client-id document';
  const isElsewhere = !isLoopbackRedirect(opening.parameters.redirect_uri);
  return (isTaken ? 0 : 4) + (isDocument ? 2 : 0) + (isElsewhere ? 1 : 0);
}

function openVariants({ opening, isTaken }: Base, open: Open): Promise<AuthorizeAttempt[]> {
  const varied = variantsOf(opening.parameters, isTaken);
  return Promise.all(
    varied.map(([variant, parameters]) => open({ as: opening.as, variant, parameters })),
  );
}
