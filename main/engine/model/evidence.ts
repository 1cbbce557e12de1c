/**
 * What gatherers record. Nothing in here judges: a mode or a client reads it and decides.
 */
import type { ConfigState } from '../../contract/report.ts';
import type { ClientId, Step, System, Transport } from '../../contract/words.ts';
import type { FailureKind, Headers, HttpOutcome, HttpRequest } from '../ports.ts';

/** Why a request was made, in the words of the specification. */
export type Purpose =
  | 'initialize'
  | 'server/discover'
  | 'event stream'
  | 'protected resource metadata'
  | 'authorization server metadata'
  | 'guessed endpoint';

/** One request and what became of it. */
export interface Exchange {
  readonly id: string;
  readonly step: Step;
  readonly purpose: Purpose;
  readonly startedAt: number;
  readonly durationMs: number;
  readonly request: {
    readonly method: HttpRequest['method'];
    readonly url: string;
    readonly headers: Headers;
    readonly body: string | null;
  };
  readonly outcome: HttpOutcome;
}

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** Why an address did not give a usable JSON object. */
export type DocumentProblem =
  | { readonly kind: 'network'; readonly failure: FailureKind; readonly detail: string }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'redirect'; readonly status: number; readonly to: string }
  | { readonly kind: 'html'; readonly contentType: string }
  | { readonly kind: 'not-json'; readonly detail: string }
  | { readonly kind: 'not-object' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'not-asked'; readonly detail: string };

/**
 * One address at which a document may lie. `header` is the URL that the challenge names; the rest
 * are the well-known addresses of RFC 9728 §3.1, RFC 8414 §3.1 and OpenID Connect Discovery §4.
 */
export type DocumentPlace =
  'header' | 'path' | 'root' | 'oauth' | 'oauth-root' | 'oauth-path' | 'oidc' | 'oidc-appended';

export interface DocumentAttempt {
  readonly place: DocumentPlace;
  readonly url: string;
  /** The requests in order: the first, then every redirect hop that was followed. */
  readonly exchanges: readonly Exchange[];
  /** The document, or null with the problem that says why. */
  readonly json: JsonObject | null;
  readonly problem: DocumentProblem | null;
}

/** The three first requests that clients make, without a token; each after its redirects. */
export interface FirstContact {
  /** POST initialize, revisions up to 2025-11-25. */
  readonly legacy: Exchange;
  /** POST server/discover, revision 2026-07-28. */
  readonly modern: Exchange;
  /** GET with Accept: text/event-stream, the transport of 2024-11-05. */
  readonly stream: Exchange;
}

export interface AuthorizationServerEvidence {
  /** The identifier as the document that named it spells it. */
  readonly issuer: string;
  /** Which resource metadata named it (as entry 0 or later), or `origin` for the MCP origin itself. */
  readonly namedBy: readonly { readonly place: DocumentPlace | 'origin'; readonly index: number }[];
  readonly attempts: readonly DocumentAttempt[];
  /**
   * GET of the /authorize that clients guess at this origin; only asked where no address gave a
   * document, and only for the MCP origin and issuers of an entry 0 (F30, AS-27).
   */
  readonly guessed: Exchange | null;
}

/** A server entry of a configuration file, with nothing secret in it. */
export interface ServerEntry {
  /** Stable within a run, made of client, scope, file and pointer. */
  readonly id: string;
  readonly client: ClientId;
  readonly scope: string;
  readonly file: string;
  readonly name: string;
  /** JSON pointer of the entry. */
  readonly pointer: string;
  readonly line: number;
  readonly column: number;
  readonly transport: Transport;
  /** The text of `type` or `transport` as written, or null where there is none. */
  readonly declaredType: string | null;
  /** The URL as written, also taken from the arguments of mcp-remote; null for other commands. */
  readonly url: string | null;
  readonly command: string | null;
  /** True where the entry starts mcp-remote. */
  readonly viaMcpRemote: boolean;
  /** The lines of the entry with every value masked that could be secret. */
  readonly excerpt: string;
}

export interface ConfigProblem {
  readonly kind: 'syntax' | 'shape';
  readonly message: string;
  readonly line: number;
  readonly column: number;
  /** The line with secrets masked. */
  readonly excerpt: string;
}

export interface ConfigFile {
  readonly client: ClientId;
  readonly scope: string;
  readonly file: string;
  readonly state: ConfigState;
  /** Why it is in that state, for states other than ok. */
  readonly detail: string | null;
  /** What the reader tolerated: byte order mark, comments, trailing commas, duplicate keys. */
  readonly notes: readonly string[];
  readonly problems: readonly ConfigProblem[];
  readonly entries: readonly ServerEntry[];
}

export interface InstallEvidence {
  readonly client: ClientId;
  readonly version: string | null;
  readonly location: string;
  readonly how: string;
}

export interface MachineEvidence {
  readonly os: System;
  readonly installs: readonly InstallEvidence[];
  readonly configs: readonly ConfigFile[];
}

/** What is known of one server. Parts that were not gathered are null. */
export interface TargetEvidence {
  /** The URL that the user or a configuration gave, normalised by the URL standard; null for stdio. */
  readonly url: string | null;
  readonly entries: readonly ServerEntry[];
  readonly first: FirstContact | null;
  readonly resourceMetadata: readonly DocumentAttempt[] | null;
  readonly authorizationServers: readonly AuthorizationServerEvidence[] | null;
}

/** A part that a run could not or did not look at. */
export interface NotExamined {
  readonly what: string;
  readonly why: string;
}
