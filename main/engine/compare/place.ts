import type { OutcomeSource } from '../../contract/comparison.ts';
import type { ClientId, Outcome, System } from '../../contract/words.ts';
import type { ServerEntry } from '../model/evidence.ts';
import type { Incident } from '../model/log-evidence.ts';
import type { StoredSignIn } from '../model/store-evidence.ts';

/** How a place does, and how that is known. */
export interface PlaceOutcome {
  readonly outcome: Outcome;
  readonly from: OutcomeSource;
  readonly why: string;
  /** The mode that it fails by, or null. */
  readonly code: string | null;
}

/** What is true of the machine that a place lies on. A part that was not seen is null. */
export interface PlaceMachine {
  readonly system: System | null;
  /** Of the client of the place. */
  readonly clientVersion: string | null;
  readonly remote: readonly string[] | null;
  /** Proxy settings, masked: `HTTPS_PROXY=http://proxy:3128`. */
  readonly network: readonly string[] | null;
  /** Variables by which certificates are trusted: `NODE_EXTRA_CA_CERTS`. */
  readonly certificates: readonly string[] | null;
  readonly provider: string | null;
  /** What a report says of its machine, by name. */
  readonly lines: ReadonlyMap<string, string>;
}

/** What a configuration says, beyond what its entry holds. */
export interface PlaceEntry {
  readonly entry: ServerEntry;
  /** The version of mcp-remote that the command names; null where it names none. */
  readonly pin: string | null;
  /** Why its client passes it over (switched off, not approved), or null. */
  readonly switchedOff: string | null;
  /** The entry of the same name that its client takes instead, in words, or null. */
  readonly hiddenBy: string | null;
  /** The one that the Code tab of Claude Desktop takes instead, in words, or null. */
  readonly hiddenInCodeTab: string | null;
}

/** One place in which a server stands, with everything that is compared. */
export interface ComparedPlace {
  /** A letter; empty until the places of one comparison are known. */
  readonly id: string;
  readonly kind: 'entry' | 'report';
  /** The client that speaks with the server. */
  readonly client: ClientId;
  /** The client that starts mcp-remote, where that speaks. */
  readonly startedBy: ClientId | null;
  readonly scope: string | null;
  readonly file: string;
  readonly line: number | null;
  readonly pointer: string | null;
  readonly server: string | null;
  /** As written; only ever shown masked. */
  readonly url: string | null;
  readonly near: string | null;
  readonly outcome: PlaceOutcome;
  readonly entry: PlaceEntry | null;
  readonly machine: PlaceMachine;
  /** Kept sign-ins of this client for it; null where nobody looked. */
  readonly stored: readonly StoredSignIn[] | null;
  /** What a report says of them, one line each. */
  readonly storedLines: readonly string[] | null;
  /** Its client passes it over for a while, because it asked for a sign-in. */
  readonly isCachedAway: boolean;
  /** Time by which stored sign-ins are judged. */
  readonly now: number;
  /** The newest story in the log of the client. */
  readonly story: Pick<Incident, 'ended' | 'step' | 'code' | 'last' | 'kind'> | null;
  /** What the files alone have against it: codes of findings. */
  readonly findings: readonly string[];
}
