/**
 * What is true of this machine besides files of clients. A part that cannot be seen (a copied
 * profile, a system without the tool) is null; an empty list is that there is nothing.
 */
import type { ClientId } from '../../contract/words.ts';

export interface RunningClient {
  readonly client: ClientId;
  readonly pid: number;
  /** The program, without its arguments. */
  readonly program: string;
  /** False where it runs without a window (its icon in the tray, or a helper); null where unknown. */
  readonly hasWindow: boolean | null;
}

/**
 * Processes that were started with the same program and the same arguments, by a client. The
 * arguments themselves stay in the gatherer.
 */
export interface ProcessTwins {
  /** The package or program that runs, by name. */
  readonly name: string;
  /** MD5 of the address that mcp-remote was given, as in the names of its files; null for others. */
  readonly hash: string | null;
  readonly pids: readonly number[];
  /** The clients above them, each once. */
  readonly under: readonly ClientId[];
}

export interface Listener {
  readonly port: number;
  readonly address: string;
  readonly pid: number | null;
  readonly program: string | null;
}

export interface PortRange {
  readonly from: number;
  readonly to: number;
}

/** A setting that decides something, with where it stands; its value is masked where it can be secret. */
export interface EnvironmentFact {
  readonly name: string;
  readonly value: string;
  /** `environment`, or the file that sets it for a client. */
  readonly from: string;
}

/** A program that the search path leads to. */
export interface ToolFact {
  readonly name: string;
  readonly path: string;
  /** Read from a file beside it, never by running it (safety I1). */
  readonly version: string | null;
}

export const REMOTE_PLACES = ['wsl', 'ssh', 'container', 'codespaces', 'no-display'] as const;
export type RemotePlace = (typeof REMOTE_PLACES)[number];

/** Who answers a client's model requests, and how it pays: not about MCP, but the first question. */
export interface ProviderFact {
  readonly name: 'anthropic' | 'bedrock' | 'vertex' | 'foundry' | 'gateway';
  /** An API key or token of the model is set (its presence, not its value). */
  readonly hasKey: boolean;
  readonly models: readonly string[];
  readonly from: readonly string[];
}

export interface MachineFacts {
  readonly now: number;
  readonly environment: readonly EnvironmentFact[];
  readonly remote: readonly RemotePlace[];
  readonly running: readonly RunningClient[] | null;
  /** Local servers that run more than once; null where processes or arguments cannot be seen. */
  readonly twins: readonly ProcessTwins[] | null;
  readonly listeners: readonly Listener[] | null;
  /** Ports that Windows keeps for itself (`netsh … excludedportrange`); null on other systems. */
  readonly reservedPorts: readonly PortRange[] | null;
  readonly tools: readonly ToolFact[];
  readonly provider: ProviderFact | null;
  /** What opens `claude://` addresses; `none` is that nothing does. */
  readonly claudeHandler: { readonly program: string } | 'none' | null;
  readonly defaultBrowser: { readonly program: string } | 'none' | null;
}

/** Of a machine at which nobody looked. */
export const NO_FACTS: MachineFacts = {
  now: 0,
  environment: [],
  remote: [],
  running: null,
  twins: null,
  listeners: null,
  reservedPorts: null,
  tools: [],
  provider: null,
  claudeHandler: null,
  defaultBrowser: null,
};
