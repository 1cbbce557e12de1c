import type { ClientId } from '../../contract/words.ts';
import type { Headers } from '../ports.ts';
import type { Exchange } from './evidence.ts';

/** How a sign-in went, as far as one was made. */
export interface SignInEvidence {
  readonly as: ClientId;
  /** What the authorization request carried as state. */
  readonly state: string;
  /** Parameters that came back on the redirect, in order, or null where it never came. */
  readonly callback: Headers | null;
  readonly token: Exchange | null;
  /** The first MCP request with the token. */
  readonly call: Exchange | null;
  /** The list of tools with the token, where the first request was answered. */
  readonly list: Exchange | null;
}
