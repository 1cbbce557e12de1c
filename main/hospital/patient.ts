import type { AuthChanges } from './auth-changes.ts';
import type { Flaw } from './certificate.ts';
import type { McpChanges } from './mcp-changes.ts';
import type { JsonObject, Reply } from './message.ts';
import type { Names } from './names.ts';
import type { Before, Handler, Replies } from './site.ts';

/** How a patient stands in its network. A caller's options win over the patient's own. */
export interface PatientOptions {
  /** Every answer waits this long. */
  readonly delayMs?: number;
  /** https with a certificate of a CA made at run time; else http. */
  readonly tls?: boolean;
  /** Public-looking host name of the MCP server; without it the names are loopback addresses. */
  readonly host?: string;
  /** Port that belongs to `host`; 443 or 80 where none is given. */
  readonly publicPort?: number;
  /** MCP server and authorization server share one origin. */
  readonly oneOrigin?: boolean;
  /** Plain http on loopback addresses, whatever else is said of TLS and names. */
  readonly plain?: boolean;
}

/** Where the authorization server answers, as paths on its origin. */
export interface Endpoints {
  readonly authorize: string;
  readonly token: string;
  readonly register: string;
}

/** How a document is sent; healthy is as JSON that any page may read. */
export type Sender = (document: JsonObject) => Reply | Handler;

/**
 * How a patient differs from the healthy pair. Metadata is merged over the healthy document and
 * `null` deletes a key; every other part replaces the healthy one.
 */
export interface Changes {
  /** Identifier of the authorization server, in both metadata documents and in `iss`. */
  readonly issuer?: string;
  /** Answer to a request without a good token. */
  readonly challenge?: Reply;
  readonly resourceMetadata?: JsonObject;
  /** Members that are there and null. */
  readonly resourceMetadataNulls?: readonly string[];
  readonly resourceMetadataSent?: Sender;
  /** Paths on the MCP origin. */
  readonly resourceMetadataAt?: readonly string[];
  readonly serverMetadata?: JsonObject;
  readonly serverMetadataNulls?: readonly string[];
  readonly serverMetadataSent?: Sender;
  /** Paths on the authorization origin. */
  readonly serverMetadataAt?: readonly string[];
  /** Paths on the authorization origin for the OpenID Connect document; healthy is none. */
  readonly openidAt?: readonly string[];
  /** What the OpenID Connect document says otherwise than the server metadata. */
  readonly openidMetadata?: JsonObject;
  /** Signing in gives an id_token as well. */
  readonly idTokens?: boolean;
  readonly endpoints?: Endpoints;
  /** Paths of the MCP endpoint on the MCP origin. */
  readonly mcpAt?: readonly string[];
  /** What its MCP server lets pass, beyond challenge and documents. */
  readonly mcp?: McpChanges;
  /** What its authorization server does otherwise, beyond its documents. */
  readonly auth?: AuthChanges;
  /** `event-stream` is the HTTP+SSE transport of revision 2024-11-05. */
  readonly transport?: 'http' | 'event-stream';
  /** Replies by path that win over all the above. */
  readonly mcpReplies?: Replies;
  readonly authReplies?: Replies;
  /** Reply for every other path. */
  readonly mcpElsewhere?: Reply;
  readonly authElsewhere?: Reply;
  /** Looks at every request before all the above. */
  readonly mcpBefore?: Before;
  readonly authBefore?: Before;
}

/** What a patient brings itself; the options of a caller win. */
export interface Setting extends PatientOptions {
  /** Nothing listens at the MCP URL. */
  readonly refuses?: boolean;
  /** The patient names `deadOrigin`, so that name needs a route too. */
  readonly deadServer?: boolean;
  /** The patient names `untrustedOrigin`: a third server, whose certificate is self-signed. */
  readonly untrusted?: boolean;
  /** The patient names `mcpAlias` or `authAlias`. */
  readonly aliases?: boolean;
  /** Every answer of the authorization server waits this long. */
  readonly authDelayMs?: number;
  /** http on port 80 leads to https, as at a proxy; only with a host name. */
  readonly redirectsHttp?: boolean;
  /** The authorization server listens on this address only. */
  readonly authAddress?: '::1';
  /** What is wrong with the certificate, where there is TLS. */
  readonly certificate?: Flaw;
  /** TLS only in the versions that RFC 8996 forbids. */
  readonly oldTls?: boolean;
}

/** How a page of a sign-in ends in a browser, as the trace of Unblank names it. */
export type PageEnding =
  | 'callback'
  | 'error-callback'
  | 'posted-callback'
  | 'form-post-callback'
  | 'framed-callback'
  | 'script-callback'
  | 'never-navigated'
  | 'no-content'
  | 'download'
  | 'empty-page'
  | 'blocked-popup'
  | 'waits-for-opener'
  | 'form-action-blocked'
  | 'frame-refused'
  | 'error-page'
  | 'embedded-refused'
  | 'passkey'
  | 'certificate'
  | 'unreachable'
  | 'page-loop'
  | 'other-scheme';

/** What a sign-in in a browser comes to, of which the user agrees to everything. */
export interface SignInEnds {
  /** How the last page ended. */
  readonly page: PageEnding;
  readonly outcome: 'signed-in' | 'never-started' | 'blank' | 'loop' | 'failed' | 'unfinished';
}

export interface Patient {
  /** Lower case with hyphens, like its file. */
  readonly name: string;
  /** The fault in a few words. */
  readonly title: string;
  /** What is wrong, in one sentence. */
  readonly breaks: string;
  /**
   * Codes of the failure modes that a diagnosis must name, the first to fix first. Empty where
   * nothing is wrong.
   */
  readonly expects: readonly `F${number}`[];
  /** Its number in the list of broken servers to build; null for those beside the list. */
  readonly number: number | null;
  /** The requirement that it breaks, such as `PR-05`; null where it breaks none of the list. */
  readonly requirement: string | null;
  /** What it takes to see it: the probe alone, a registration (`--register`), or a sign-in. */
  readonly seenBy: 'probe' | 'registration' | 'sign-in';
  /** Left out where its sign-in is not driven in a browser. */
  readonly ends?: SignInEnds;
  readonly setting?: Setting;
  readonly mutate: (names: Names) => Changes;
}

/** Declares a patient; the value comes back unchanged, checked by its type. */
export function definePatient(patient: Patient): Patient {
  return patient;
}
