/** The addresses of a patient as its users know them. No slash at the end of an origin. */
export interface Names {
  /** Origin of the MCP server. */
  readonly mcpOrigin: string;
  /** Origin of the authorization server; the same as mcpOrigin where one server is both. */
  readonly authOrigin: string;
  /** Another host name that leads to the MCP server, and one to the authorization server. */
  readonly mcpAlias: string;
  readonly authAlias: string;
  /** An origin at which nothing listens. */
  readonly deadOrigin: string;
  /** An origin whose certificate nobody signed but itself; where there is none, nobody listens. */
  readonly untrustedOrigin: string;
  /** The MCP URL. */
  readonly resource: string;
}

/** Path of the MCP endpoint on its origin. */
export const MCP_PATH = '/mcp';

/**
 * The well-known address for a URL: the well-known part stands between host and path (RFC 8414
 * §3.1, RFC 9728 §3.1).
 * @param name registered suffix such as `oauth-protected-resource`
 * @param url absolute URL whose path is kept
 * @returns the path of the document, without the origin
 */
export function wellKnownPath(name: string, url: string): string {
  return `/.well-known/${name}${new URL(url).pathname.replace(/\/$/, '')}`;
}

/** Where the healthy pair serves its documents, or a patient something else. */
export const RESOURCE_METADATA_PATH = '/.well-known/oauth-protected-resource/mcp';
export const SERVER_METADATA_PATH = '/.well-known/oauth-authorization-server';
export const OPENID_METADATA_PATH = '/.well-known/openid-configuration';
