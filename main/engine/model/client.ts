import type { TargetEvidence } from './evidence.ts';
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
}

/** One thing a client does, with where we know it from. */
export interface Rule {
  readonly step: Step;
  readonly basis: Basis;
  /** Public source: a document, an issue, or the version it was observed with. */
  readonly source: string;
  readonly check: (replay: Replay) => RuleHit | null;
}

/** How a client walks discovery; the parameters in which the shipped clients differ. */
export interface DiscoveryPolicy {
  /** With a usable URL in the challenge: ask only there, or the well-known addresses after it. */
  readonly namedMetadata: 'only' | 'first';
  /** Which form of challenge it can read: Bearer first in the header, or anywhere (RS-06). */
  readonly challenge: 'bearer-first' | 'bearer-anywhere';
  /** A metadata document that is missing or unusable: take the MCP origin as issuer, or stop. */
  readonly withoutResourceMetadata: 'origin' | 'stop';
  /** Which authorization-server addresses it asks. */
  readonly serverMetadataPlaces: readonly ('oauth' | 'oidc' | 'oidc-appended')[];
  /**
   * A metadata address whose answer is neither good nor 4xx (a page, a wrong document, 5xx): stop
   * there, or try the next (AS-06; reference-clients 2.1 steps 3 and 5).
   */
  readonly badMetadata: 'stop' | 'next';
}

export interface Client {
  readonly id: ClientId;
  /** Version whose behaviour the rules describe, or null. */
  readonly version: string | null;
  /** Does this client concern a target at all? Local entries of other clients, for example, do not. */
  readonly concerns: (evidence: TargetEvidence) => boolean;
  readonly policy: DiscoveryPolicy;
  /** In the order in which the client meets them. */
  readonly rules: readonly Rule[];
  /** What a passing verdict must still say, for example what cannot be seen from here. */
  readonly caveat: string;
}
