/**
 * Texts of the MCP TypeScript SDKs, which the clients built on them show as they are. “…” stands
 * for what differs from server to server.
 * @see reference-clients 2.4; real-clients; captures (OBSERVED)
 */
export const SDK_TEXTS = {
  F26: 'Protected resource … does not match expected … (or origin)',
  F31: 'Issuer mismatch in authorization server metadata (RFC 8414 §3.3): expected "…", received "…"',
  F32: 'Issuer mismatch in authorization response (RFC 9207): expected "…", received "…"',
  F33: 'Incompatible auth server: does not support code challenge method S256',
  F40: 'Incompatible auth server: does not support dynamic client registration',
  /** Generation 2, with the status and body of the refusal. */
  refusedRegistration: 'Dynamic Client Registration rejected (HTTP …): …',
  /** Generation 2, where it registers at a host that is no authorization server. */
  lost: 'Dynamic Client Registration rejected (HTTP 404)',
} as const;

type Texts = { readonly [code: string]: string };

/** Codes of lost resource metadata: the client goes to the MCP origin and registers there. */
export const LOST = ['F16', 'F22', 'F23', 'F24', 'F25', 'F27'] as const;
/** Codes of a refused registration. */
export const REFUSED = ['F42', 'F43', 'F48', 'F49'] as const;

/** The same text for several codes. */
export function forEach(codes: readonly string[], text: string): Texts {
  return Object.fromEntries(codes.map((code) => [code, text]));
}
