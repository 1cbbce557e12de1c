import type { JsonObject, TargetEvidence } from './evidence.ts';
import type { Replay } from '../clients/replay/replay.ts';
import type { ClientId, Step } from '../../contract/words.ts';

/** How we know a rule: seen with a real client, stated by its maker, or concluded by us. */
export type Basis = 'observed' | 'documented' | 'inferred';

/** What a rule says of the evidence. `blocked` ends the way; `at-risk` is noted and the way goes on. */
export interface RuleHit {
  readonly outcome: 'blocked' | 'at-risk' | 'unknown';
  readonly cause: string | null;
  /** What this client's user sees and why, as a sentence. */
  readonly why: string;
  /** The request at which it stops, where it is not the one that the step tells (run/stop-of.ts). */
  readonly stopsAt?: StopRequest | undefined;
  /** The text that its user sees there, where it differs from the client's own table; null where
   *  that is not known. */
  readonly sees?: string | null | undefined;
}

/** A request by its first line. */
export interface StopRequest {
  readonly method: string;
  readonly url: string;
}

/**
 * How a client registers: the body that it really sends, and where it wants to be called back.
 * @see spec-requirements DR-08 to DR-12; clients.md 4
 */
export interface RegistrationProfile {
  /** The members of the body but for `scope`, which is added where the client would. */
  readonly body: JsonObject;
  /** The redirect URI of its authorization request; one of the body's, but for a loopback port. */
  readonly redirectUri: string;
  /** Address of its client-id metadata document, or null where it has none. */
  readonly clientIdDocument: string | null;
  readonly basis: Basis;
  readonly source: string;
}

/** One thing a client does, with where we know it from. */
export interface Rule {
  readonly step: Step;
  readonly basis: Basis;
  /** Public source: a document, an issue, or the version it was observed with. */
  readonly source: string;
  readonly check: (replay: Replay) => RuleHit | null;
}

/** Which members of a metadata document a client holds against it. */
export type DocumentSchema =
  /** TypeScript SDKs: required members, and nothing optional may be null or of another form. */
  | 'strict'
  /** Python SDK: null counts as absent; resource metadata must name at least one server. */
  | 'nulls-pass'
  /** VS Code: only what it reads. */
  | 'loose';

/** How a client walks discovery; the parameters in which the shipped clients differ. */
export interface DiscoveryPolicy {
  /** With a usable URL in the challenge: ask only there, or the well-known addresses after it. */
  readonly namedMetadata: 'only' | 'first';
  /**
   * Which form of challenge it can read: Bearer first in the header, anywhere by a search over the
   * text, or as the standard has it (RS-05, RS-06).
   */
  readonly challenge: 'bearer-first' | 'bearer-anywhere' | 'parsed';
  readonly documents: DocumentSchema;
  /** It drops resource metadata whose `resource` is not exactly the URL, instead of stopping there. */
  readonly dropsOtherResource: boolean;
  /** A metadata document that is missing or unusable: take the MCP origin as issuer, or stop. */
  readonly withoutResourceMetadata: 'origin' | 'stop';
  /** Which addresses it asks of an authorization server that was named to it. */
  readonly serverMetadataPlaces: readonly ServerPlace[];
  /** Which it asks of the MCP origin, where none was named. */
  readonly originMetadataPlaces: readonly ServerPlace[];
  /** Resource metadata that is neither good nor 4xx: give up the search, or ask the next address. */
  readonly badResource: 'stop' | 'next';
  /** Server metadata answered 200 and unusable (a page, a wrong document): stop, or next (AS-06). */
  readonly badMetadata: 'stop' | 'next';
  /** A metadata address that answers 5xx: stop, stop but for 502, or ask the next. */
  readonly serverError: 'stop' | 'stop-but-502' | 'next';
  /**
   * No server metadata at all: guess the endpoints at the server's origin, guess them at the MCP
   * origin, or ask the MCP origin for metadata first and guess there.
   */
  readonly withoutServerMetadata: 'guess-there' | 'guess-at-mcp' | 'ask-mcp';
}

type ServerPlace = 'oauth' | 'oidc' | 'oidc-appended';

export interface Client {
  readonly id: ClientId;
  /** Version whose behaviour the rules describe, or null. */
  readonly version: string | null;
  /** False for an older version of a client, judged only where it is asked for or installed. */
  readonly isNewest: boolean;
  /** How it registers, or null where that is not known or it has no app of its own (SDKs). */
  readonly registers: RegistrationProfile | null;
  /** What its user sees when a cause stops it: by code, or `otherwise`; null where nobody knows. */
  readonly sees: { readonly [code: string]: string | null; readonly otherwise: string | null };
  /** Does this client concern a target at all? Local entries of other clients, for example, do not. */
  readonly concerns: (evidence: TargetEvidence) => boolean;
  readonly policy: DiscoveryPolicy;
  /** In the order in which the client meets them. */
  readonly rules: readonly Rule[];
  /** What a passing verdict must still say, for example what cannot be seen from here. */
  readonly caveat: string;
}
