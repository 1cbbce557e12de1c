/**
 * What gatherers record. Nothing in here judges: a mode or a client reads it and decides.
 */
import type { ConfigState } from '../../contract/report.ts';
import type { ClientId, Step, System, Transport } from '../../contract/words.ts';
import type { RegistrationEvidence } from './registration-evidence.ts';
import type { EntryFact, EntrySignIn } from './entry-fact.ts';
import type { LogFile } from './log-evidence.ts';
import type { MachineFacts } from './machine-facts.ts';
import type { SettingsFile } from './settings-evidence.ts';
import type { SignInEvidence } from './sign-in-evidence.ts';
import type { StoreEvidence } from './store-evidence.ts';
import type { FailureKind, Headers, HostFacts, HttpOutcome, HttpRequest } from '../ports.ts';

/** Why a request was made, in the words of the specification. */
export type Purpose =
  | 'initialize'
  | 'server/discover'
  | 'event stream'
  | 'protected resource metadata'
  | 'authorization server metadata'
  | 'guessed endpoint'
  | 'token endpoint without a request'
  | 'revocation of an unknown token'
  | 'preflight of a browser client'
  | 'client registration'
  | 'client deletion'
  | 'authorization request'
  | 'token request'
  | 'token revocation'
  | 'first call with a token'
  | 'request that must be refused'
  | McpProbeName;

/**
 * Further first requests to the MCP endpoint, each with one thing different. Made by
 * probe/mcp-probes.ts; what each is for stands there with its requirement.
 */
export type McpProbeName =
  | 'made-up token'
  | 'empty token'
  | 'other scheme'
  | 'foreign origin'
  | 'session end'
  | 'tools list'
  | 'preflight'
  | 'slash twin'
  | 'as Claude'
  | 'as python-httpx'
  | 'as a browser';
/** One that is missing was not asked. */
export type McpProbes = Readonly<Partial<Record<McpProbeName, Exchange>>>;

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
 * One address at which a document may lie. `header` is the URL that the challenge names; `appended`
 * and `slash-twin` are where resource metadata is put by mistake; the rest are the well-known
 * addresses of RFC 9728 §3.1, RFC 8414 §3.1 and OpenID Connect Discovery §4.
 */
export type DocumentPlace =
  | 'header'
  | 'path'
  | 'root'
  | 'appended'
  | 'slash-twin'
  | 'oauth'
  | 'oauth-root'
  | 'oauth-path'
  | 'oidc'
  | 'oidc-appended';

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
  /** What its endpoints say without a sign-in; null where they were not asked. */
  readonly endpoints: ServerEndpoints | null;
}

/** Asked only at a server that clients go to, and only where its metadata names the endpoint. */
export interface ServerEndpoints {
  /** An empty form to the token endpoint (TK-01). */
  readonly token: Exchange | null;
  /** A token that never was to the revocation endpoint (AS-26). */
  readonly revocation: Exchange | null;
  /** The preflight that a browser sends before the token request (AS-24). */
  readonly preflight: Exchange | null;
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
  /** Arguments of the command, masked. */
  readonly args: readonly string[];
  readonly facts: readonly EntryFact[];
  /** What it says of the sign-in; null where nothing. */
  readonly signIn: EntrySignIn | null;
  /** What mcp-remote names its files of this entry by: an MD5 of address, resource and headers. */
  readonly remoteHash: string | null;
  /**
   * Of the command with its arguments, to hold it against rules for commands: it can hold secrets.
   * Null where there is none, or a variable in it; never saved.
   */
  readonly commandHash: string | null;
}

/** Two places of one file, as JSON pointers. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

export interface ConfigProblem {
  /** `misplaced`: servers under a key that the client does not read (F115). */
  readonly kind: 'syntax' | 'shape' | 'misplaced';
  readonly message: string;
  readonly line: number;
  readonly column: number;
  /** The line with secrets masked. */
  readonly excerpt: string;
  /** Of misplaced servers: where each stands, and where its client would read it. */
  readonly moves?: readonly Move[];
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

/** A variable of the environment that names a proxy, its credentials masked (safety E7). */
export interface ProxySetting {
  readonly variable: string;
  readonly value: string;
}

export interface MachineEvidence {
  readonly os: System;
  /** Of this process; none for a copied profile. */
  readonly proxies: readonly ProxySetting[];
  readonly installs: readonly InstallEvidence[];
  readonly configs: readonly ConfigFile[];
  readonly settings: readonly SettingsFile[];
  readonly logs: readonly LogFile[];
  readonly stores: StoreEvidence;
  readonly facts: MachineFacts;
}

/** What lies on this machine about one server. */
export interface LocalEvidence {
  readonly os: System;
  readonly installs: readonly InstallEvidence[];
  readonly configs: readonly ConfigFile[];
  readonly settings: readonly SettingsFile[];
  /** Only what is about this server: sightings and incidents of others are left out. */
  readonly logs: readonly LogFile[];
  readonly stores: StoreEvidence;
  readonly facts: MachineFacts;
}

/** What is known of one server. Parts that were not gathered are null. */
export interface TargetEvidence {
  /** The URL that the user or a configuration gave, normalised by the URL standard; null for stdio. */
  readonly url: string | null;
  readonly entries: readonly ServerEntry[];
  readonly first: FirstContact | null;
  readonly resourceMetadata: readonly DocumentAttempt[] | null;
  readonly authorizationServers: readonly AuthorizationServerEvidence[] | null;
  readonly mcpProbes: McpProbes | null;
  /** Addresses at which resource metadata is put by mistake (PR-02); no client asks there. */
  readonly misplaced: readonly DocumentAttempt[] | null;
  /** DNS and TLS of every host on the way: the MCP server first, then authorization servers. */
  readonly hosts: readonly HostFacts[] | null;
  readonly registration: RegistrationEvidence | null;
  readonly signIn: SignInEvidence | null;
  /** Null in a saved trace: it says nothing of the machine it came from. */
  readonly local: LocalEvidence | null;
}

/** Nothing gathered: what a server without a URL, or an offline run, has. */
export const NOTHING_GATHERED = {
  first: null,
  resourceMetadata: null,
  authorizationServers: null,
  mcpProbes: null,
  misplaced: null,
  hosts: null,
  registration: null,
  signIn: null,
  local: null,
} as const satisfies Partial<TargetEvidence>;

/** A part that a run could not or did not look at. */
export interface NotExamined {
  readonly what: string;
  readonly why: string;
}
