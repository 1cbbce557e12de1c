import type { JsonObject, Reply, ReplyHeaders } from './message.ts';
import type { SignInPage } from './visit.ts';

/**
 * How the authorization server of a patient differs from the healthy one in what it does, beyond
 * its documents. Every member left out is healthy.
 */
export interface AuthChanges extends RegistrationChanges, AuthorizeChanges, TokenChanges {
  /** Its clock is ahead of everybody else's: in the Date header and in its tokens (TK-31). */
  readonly clockAheadMs?: number;
}

/** What a redirect URI is; a healthy registration takes the first three. */
export type RedirectKind = 'https' | 'loopback' | 'private-use' | 'plain-http' | 'script';

/** What is looked at in a client-id document, or in the address that names it. */
export type DocumentCheck = 'address' | 'private address' | 'content' | 'id' | 'redirect';

export type SecretMethod = 'client_secret_basic' | 'client_secret_post';

/** How clients come to be known (RFC 7591, RFC 7592, client-id documents). */
export interface RegistrationChanges {
  /** Answers every registration; nobody is registered. */
  readonly registrationReply?: Reply;
  /** Status of a registration that succeeds; healthy is 201 (DR-02). */
  readonly registrationStatus?: number;
  /** Laid over the answer to a registration; `null` stays null (DR-06). */
  readonly registrationAnswer?: JsonObject;
  /** Members that are missing from the answer (DR-04). */
  readonly registrationLeavesOut?: readonly string[];
  /** So many registrations are taken; all later ones get 429 (DR-20). */
  readonly registrationLimit?: number;
  /** Kinds of redirect URIs that may be registered; one other refuses the whole set (DR-08, DR-11). */
  readonly redirectKinds?: readonly RedirectKind[];
  /** Redirect URIs that are refused besides, as written (DR-10). */
  readonly refusedRedirects?: readonly string[];
  /** Loopback redirects are registered under this name, whatever was sent (F44). */
  readonly loopbackRegisteredAs?: '127.0.0.1' | 'localhost';
  /** Members that RFC 7591 does not name are refused, not ignored (DR-12). */
  readonly refusesUnknownMembers?: boolean;
  /** A registration that names a scope is refused (DR-18). */
  readonly refusesScope?: boolean;
  /** Gives secrets, to everyone or to those who do not ask for `none`, and wants them back (DR-07). */
  readonly secrets?: {
    readonly to: 'everyone' | 'who-asks';
    readonly method: SecretMethod;
    /** The secret of every client; a random one where none is given (TK-21). */
    readonly secret?: string;
  };
  /** The id of every client; redirects of all registrations add up (DR-17). */
  readonly clientId?: string;
  /** A registered client is forgotten after this time (DR-20). */
  readonly clientsLastMs?: number;
  /** Client-id documents are understood, of the published ones, without these checks (CI-02). */
  readonly clientDocuments?: { readonly unchecked: readonly DocumentCheck[] };
}

/** Ways back to a client that are no redirect by GET: by status, by a page, in a frame of one. */
export type CallbackBy = 307 | 308 | 'script' | 'form-post' | 'frame';

/** What the authorization endpoint does (OAuth 2.1 §4.1.1). */
export interface AuthorizeChanges {
  /** Answers a request of a client that is not known (AZ-04). */
  readonly unknownClientReply?: Reply;
  /** How redirect URIs are compared; healthy is exact but for loopback ports (AZ-01 to AZ-03). */
  readonly redirectCheck?: 'none' | 'prefix' | 'every-character';
  /** PKCE may be left out, or `plain` passes beside what the metadata lists (AZ-05, AZ-06). */
  readonly pkce?: 'optional' | 'plain-too';
  /** Answers requests that carry a parameter, by its name (AZ-10, AZ-18). */
  readonly parameterReplies?: Readonly<Record<string, Reply>>;
  /** A longer query is refused with 414 (AZ-19). */
  readonly longestQuery?: number;
  /** Tokens are made for whatever resource is named (AZ-11). */
  readonly anyResource?: boolean;
  /** Every scope is unknown, also the listed ones (F65). */
  readonly refusesEveryScope?: boolean;
  /** A request has to name a scope (AZ-14). */
  readonly needsScope?: boolean;
  /** In place of the redirect that says invalid_scope (AZ-13). */
  readonly invalidScopeReply?: Reply;
  /** `response_type=token` gives a token in the fragment (AZ-15). */
  readonly implicitFlow?: boolean;
  /** Asks the user on a page first: each time, or only until somebody has agreed (AZ-17). */
  readonly consent?: 'always' | 'first-client-only';
  /** In place of the headers that keep pages out of frames (AZ-16, F64). */
  readonly pageHeaders?: ReplyHeaders;
  /** The error that comes back where the user agreed (F67). */
  readonly answersError?: string;
  /** Shown for a good request in place of the way back, and of every page of the healthy server. */
  readonly signInPage?: SignInPage;
  /** How the browser is sent back; healthy is 302, or 303 after a form (AZ-20, F63). */
  readonly callbackBy?: CallbackBy;
  /** What becomes of `state` on its way back (AZ-07). */
  readonly stateComesBack?: 'cut' | 'encoded-again' | 'lost';
  /** In place of the issuer in `iss`; `null` sends none (AZ-09, AS-18). */
  readonly iss?: string | null;
  /** Errors come back without `iss` (AZ-08). */
  readonly errorsWithoutIss?: boolean;
}

/** What the token and revocation endpoints do (OAuth 2.1 §3.2, RFC 7009). */
export interface TokenChanges {
  /** Answers a request that names no grant (TK-01). */
  readonly emptyTokenReply?: Reply;
  /** Only JSON is read, no form (TK-02). */
  readonly tokenWantsJson?: boolean;
  /** Answers every redemption of a code. */
  readonly codeReply?: Reply;
  /** A token request that names a resource is refused (TK-15). */
  readonly tokenRefusesResource?: boolean;
  /** Any verifier passes, also none (TK-08), or one may be left out (TK-09). */
  readonly verifierUnchecked?: true | 'where missing';
  /** A code works more than once (TK-11). */
  readonly codesReusable?: boolean;
  /** A second use of a code or refresh token is refused, and ends nothing (TK-12, TK-27). */
  readonly replaysForgiven?: boolean;
  /** Answers a client that is not known (TK-18). */
  readonly unknownTokenClientReply?: Reply;
  /** Answers a grant that is not offered (TK-19). */
  readonly unknownGrantReply?: Reply;
  /** A code works for any client (TK-13). */
  readonly codesForAnyone?: boolean;
  /** Laid over the answer with tokens; `null` stays null (TK-05). */
  readonly tokenAnswer?: JsonObject;
  /** Members that are missing from the answer with tokens (TK-04). */
  readonly tokenLeavesOut?: readonly string[];
  /** The answer with tokens is a form (TK-03). */
  readonly tokenAnswerIsForm?: boolean;
  /** Nothing says that tokens may not be cached (TK-03). */
  readonly tokensCacheable?: boolean;
  /** Seconds that an access token lives; healthy is an hour. */
  readonly tokenLifetime?: number;
  /** Access tokens say inside what they are for; healthy ones are random text. */
  readonly tokensAreJwt?: boolean;
  /** Access tokens are made for the client, not for the MCP server (TK-16). */
  readonly audienceIsClient?: boolean;
  /** The MCP server takes none of the tokens (TK-31). */
  readonly tokensUnknownToServer?: boolean;
  /** Refresh tokens are never replaced, or stay good when they are (TK-25, TK-26). */
  readonly refreshTokens?: 'never-replaced' | 'stay-good';
  /** Answers a refresh token that is unknown, used or ended (TK-28). */
  readonly deadRefreshReply?: Reply;
  /** A refreshed token is made for nobody (TK-30). */
  readonly refreshDropsAudience?: boolean;
  /** A refresh has to name a scope (TK-24). */
  readonly refreshNeedsScope?: boolean;
  /** A client is no longer known when it refreshes (F50). */
  readonly refreshForgetsClients?: boolean;
  /** Answers the revocation of a token that is not known (AS-26). */
  readonly unknownRevocationReply?: Reply;
  /** Revocation is answered as if it worked, and ends nothing (F79). */
  readonly revocationIgnored?: boolean;
}
