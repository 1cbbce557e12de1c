import { isUrl } from '../../../contract/is-url.ts';
import { STEPS, type Step } from '../../../contract/words.ts';
import { replayDiscovery, type Replay } from '../../clients/replay/replay.ts';
import { registrationWays } from '../../clients/replay/server-metadata.ts';
import type { Client, RegistrationProfile } from '../../model/client.ts';
import type { JsonObject, TargetEvidence } from '../../model/evidence.ts';
import type { NeverStarted } from '../../model/sign-in-evidence.ts';
import { isAskable } from '../../probe/is-askable.ts';
import { authorizeEndpoint } from '../../probe/registration/authorize-request.ts';
import type { SignInFacts } from '../../probe/registration/authorize-parameters.ts';
import { offersOffline } from '../../probe/registration/offline-scope.ts';
import { namedResource, resolvedScope } from '../../probe/registration/registration-scope.ts';
import { judgeClient } from '../../run/judge-client.ts';
import { OWN_PROFILE } from './own-profile.ts';
import { toldBy } from './told-by.ts';

/** Where a client signs in, from what it finds by itself. */
export interface SignInPlan {
  readonly url: string;
  readonly issuer: string;
  readonly metadata: JsonObject;
  readonly endpoints: SignInEndpoints;
  readonly profile: RegistrationProfile;
  /** What the server asks of every client; a client makes its own of it. */
  readonly facts: SignInFacts;
  /** Whether its first request is a POST, or the opening of an event stream. */
  readonly contact: 'POST' | 'GET';
}

export interface SignInEndpoints {
  readonly authorization: string;
  readonly token: string;
  readonly registration: string | null;
  readonly revocation: string | null;
}

const GIVEN_UP = STEPS.indexOf('registration');

/**
 * What the sign-in of a client starts from, or why it never starts: its own verdict tells, the same
 * that a diagnosis gives.
 * @param evidence what was gathered of the server
 * @param client its rules and policy
 * @param hasClient the user gave a client id, so nothing is registered
 */
export function planSignIn(
  evidence: TargetEvidence,
  client: Client,
  hasClient: boolean,
): SignInPlan | NeverStarted {
  const found = replayDiscovery(evidence, client.policy);
  if (found === null) return stopped('reach', null, 'The server was not asked.');
  const verdict = judgeClient(client, evidence).verdict;
  const isMet = STEPS.indexOf(verdict.step) <= GIVEN_UP;
  const isOurs = hasClient && verdict.step === 'registration';
  if (verdict.outcome === 'blocked' && isMet && !isOurs)
    return stopped(asStart(verdict.step), verdict.cause, verdict.why);
  if (found.isOpen)
    return stopped('challenge', null, 'The server asks for no sign-in, so there is none to trace.');
  return planFrom(found, client, evidence) ?? stopped('server-metadata', verdict.cause, NOWHERE);
}

const NOWHERE =
  'No authorization endpoint and token endpoint were found that a browser may be sent to.';

function stopped(step: NeverStarted['step'], cause: string | null, why: string): NeverStarted {
  return { step, cause, why };
}

/** What is wrong on this machine is in no trace; the reach of the server is the first that is. */
function asStart(step: Step): NeverStarted['step'] {
  const known = ['challenge', 'resource-metadata', 'server-metadata', 'registration'] as const;
  return known.find((one) => one === step) ?? 'reach';
}

function planFrom(found: Replay, client: Client, evidence: TargetEvidence): SignInPlan | null {
  const { issuer } = found;
  const told = toldBy(evidence);
  if (issuer === null || !isUrl(issuer) || told === null) return null;
  const endpoints = endpointsOf(found.metadata?.json ?? null, new URL(issuer).origin);
  if (endpoints === null) return null;
  const metadata = found.metadata?.json ?? {};
  return {
    url: found.url,
    issuer,
    metadata,
    endpoints,
    facts: {
      url: found.url,
      resource: namedResource(told),
      scope: resolvedScope(told),
      offersOffline: offersOffline(metadata),
    },
    profile: client.registers ?? OWN_PROFILE,
    contact: found.contact.request.method === 'GET' ? 'GET' : 'POST',
  };
}

/** From the metadata; guessed at the origin where there is none, as the SDKs do (AS-27). */
function endpointsOf(json: JsonObject | null, origin: string): SignInEndpoints | null {
  const at = (member: string, guess: string) => {
    const url = json === null ? origin + guess : json[member];
    // SECURITY: D6. Which addresses are asked, the request port decides (E2).
    return typeof url === 'string' && isAskable(url) ? url : null;
  };
  const authorization = authorizeEndpoint(at('authorization_endpoint', '/authorize'));
  const token = at('token_endpoint', '/token');
  if (authorization === null || token === null) return null;
  return {
    authorization,
    token,
    registration: at('registration_endpoint', '/register'),
    revocation: json === null ? null : at('revocation_endpoint', ''),
  };
}

/** Does this client show the address of its document here, in place of an id? (CI-12) */
export function usesDocument({ metadata, profile }: SignInPlan, client: Client): boolean {
  const ways = registrationWays(metadata);
  const isPublic = ways.publicClients || client.id !== 'claude-hosted';
  const isListed = /^https?:/.test(profile.redirectUri);
  return ways.documents && profile.clientIdDocument !== null && isPublic && isListed;
}
