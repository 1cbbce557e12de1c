import type { ModeCode } from '../../main/engine/model/mode-code.ts';
import type { Capture } from './capture.ts';

interface Fault {
  /** What the recorded server did. */
  readonly did: string;
  /** The mode that it is an example of; null where nothing was wrong. */
  readonly code: ModeCode | null;
}

/** The faults of the recorded server (failure-modes). */
export const FAULTS: Readonly<Record<string, Fault>> = {
  ok: { did: 'nothing wrong', code: null },
  cimd: { did: 'takes client ID metadata documents', code: null },
  'oidc-only': { did: 'has the OpenID document only', code: null },
  'unauth-redirect': { did: 'answers the MCP address with 302 to a login page', code: 'F21' },
  'no-www-auth': { did: 'sends no WWW-Authenticate', code: 'F20' },
  'rm-points-at-as': { did: 'names the wrong document as resource metadata', code: 'F23' },
  'prm-404': { did: 'has no resource metadata', code: 'F24' },
  'prm-resource-trailing-slash': { did: 'has one slash too many in `resource`', code: 'F26' },
  'issuer-mismatch': { did: 'names another issuer in its metadata', code: 'F31' },
  'pkce-plain-only': { did: 'offers PKCE `plain` only', code: 'F33' },
  'no-dcr': { did: 'registers no clients', code: 'F40' },
  'dcr-400': { did: 'refuses the redirect URI of every client', code: 'F43' },
  'access-denied': { did: 'sends the user back with access_denied', code: 'F67' },
  'iss-wrong': { did: 'sends the user back with another `iss`', code: 'F32' },
  'token-400': { did: 'refuses the code with invalid_grant', code: 'F81' },
  'token-then-401': { did: 'refuses the token that it has just given', code: 'F83' },
  'insufficient-scope': { did: 'asks for a further scope at every call', code: 'F87' },
  'short-expiry': { did: 'gives tokens that live one second', code: 'F91' },
};

const LOGIN =
  '`claude mcp login` tells the error on the terminal and writes nothing of it into its log.';
const SLASH =
  'The client connected. Only a final slash shows that it guessed the authorization server, and a server can write that itself.';
const SILENT = 'The client connected and wrote nothing of it.';

/**
 * Why a fault cannot be told from what a client left behind, as `scenario client version` or for all
 * clients as `scenario`. What is not in here must be found.
 */
export const UNWRITTEN: Readonly<Record<string, string>> = {
  'access-denied claude-code 2.1.197': LOGIN,
  'access-denied claude-code 2.1.330': LOGIN,
  'token-400 claude-code 2.1.197': LOGIN,
  'token-400 claude-code 2.1.330': LOGIN,
  'iss-wrong claude-code 2.1.197': SILENT,
  'iss-wrong claude-code 2.1.330': LOGIN,
  'dcr-400 claude-code 2.1.330':
    'This version registers only in `claude mcp login`, which writes nothing of it into its log.',
  'prm-404 claude-code 2.1.197': SLASH,
  'prm-404 claude-code 2.1.330': SLASH,
  'issuer-mismatch claude-code 2.1.197': SILENT,
};

/** Why this client’s files do not show the fault; null where they do. */
export function whyUnwritten({ scenario, client, version }: Capture): string | null {
  return UNWRITTEN[`${scenario} ${client} ${version}`] ?? UNWRITTEN[scenario] ?? null;
}
