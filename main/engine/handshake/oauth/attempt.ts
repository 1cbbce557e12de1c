import {
  calculatePKCECodeChallenge,
  generateRandomCodeVerifier,
  generateRandomState,
} from 'oauth4webapi';
import { authorizeEndpoint, authorizeRequest } from '../../probe/registration/authorize-request.ts';
import { Secret } from '../../secrets/secret.ts';

/** What is asked for with one visit to a sign-in page. */
export interface AttemptOptions {
  /** The identifier of the authorization server, as its metadata was found by. */
  readonly issuer: string;
  /** Recorded with the issuer: the code goes there and nowhere else (safety D10). */
  readonly tokenEndpoint: string;
  readonly resource: string | null;
  readonly redirectUri: string;
  readonly clientId: string;
  readonly scope: string | null;
  readonly prompt: string | null;
  readonly createdAt: number;
}

/**
 * One record per attempt: the state is bound with issuer, verifier, redirect and resource, so that
 * nothing of one attempt is ever used for another (safety D9).
 */
export interface Attempt extends AttemptOptions {
  readonly state: string;
  readonly verifier: Secret;
  readonly challenge: string;
}

/**
 * Begins an attempt with a fresh state (256 random bits) and a fresh verifier (43 characters). The state
 * has letters, digits, `-` and `_` only, as those of Claude Code 2.1 and mcp-remote 0.15 have: a server
 * that encodes it once more harms none of them, and is not seen by us either.
 */
export async function createAttempt(options: AttemptOptions): Promise<Attempt> {
  // SECURITY: D5, D9
  const verifier = generateRandomCodeVerifier();
  const challenge = await calculatePKCECodeChallenge(verifier);
  return Object.freeze({
    ...options,
    state: generateRandomState(),
    verifier: new Secret(verifier),
    challenge,
  });
}

/**
 * The address of the sign-in page for an attempt.
 * @param endpoint `authorization_endpoint` of the metadata; a query of its own is kept
 * @throws RangeError where it is no address to open; ask `authorizeEndpoint` before
 * @see RFC 6749 §4.1.1, RFC 7636 §4.3, RFC 8707 §2
 */
export function authorizationUrl(attempt: Attempt, endpoint: string): string {
  // SECURITY: D6
  const opened = authorizeEndpoint(endpoint);
  if (opened === null) throw new RangeError('The authorization endpoint is no http(s) address.');
  // SECURITY: D5, D11, D15
  const parameters = {
    response_type: 'code',
    client_id: attempt.clientId,
    code_challenge: attempt.challenge,
    code_challenge_method: 'S256',
    redirect_uri: attempt.redirectUri,
    state: attempt.state,
    scope: attempt.scope,
    prompt: attempt.prompt,
    resource: attempt.resource,
  };
  return authorizeRequest(opened, parameters).url;
}
