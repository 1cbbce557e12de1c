import type { TokenFault } from './token-fault.ts';

/**
 * How the MCP server of a patient differs from the healthy one in what it lets pass, beyond its
 * challenge and its documents. Every member left out is healthy.
 */
export interface McpChanges {
  /** Tokens with these faults pass like good ones (RS-10, RS-13 to RS-17). */
  readonly accepts?: readonly TokenFault[];
  /** A token in `?access_token=` passes like one in the header (RS-19). */
  readonly tokenInQuery?: boolean;
  /** Gives session ids, and whoever has one needs no token (RS-20). */
  readonly sessionIsEnough?: boolean;
  /** Pages of any origin are answered and invited to send cookies along (RS-32). */
  readonly originUnchecked?: boolean;
  /** Methods that need no token, or all of them (RS-37, F36). */
  readonly openMethods?: readonly string[] | 'all';
  /** What tools need beyond the scope of basic use (RS-23 to RS-27). */
  readonly toolScopes?: ToolScopes;
  /** Its clock is ahead of everybody else's, seen in the Date header (F103). */
  readonly clockAheadMs?: number;
}

export interface ToolScopes {
  readonly needed: readonly string[];
  /** What the 403 names: nothing, for it has no challenge, all that is needed, or the next one. */
  readonly named: 'none' | 'all' | 'next';
  /** The 403 comes whatever the token may do. */
  readonly neverEnough?: boolean;
  /** It comes to every method, not to those of tools alone. */
  readonly everywhere?: boolean;
}
