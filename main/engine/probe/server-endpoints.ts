import { serverMetadataDefect } from '../clients/replay/server-metadata.ts';
import type {
  AuthorizationServerEvidence,
  Exchange,
  JsonObject,
  ServerEndpoints,
} from '../model/evidence.ts';
import type { Headers, HttpRequest } from '../ports.ts';
import { OUTBOUND_LIMITS } from '../safety/outbound-limits.ts';
import { isAskable } from './is-askable.ts';
import type { Send } from './sender.ts';

const FORM: Headers = [
  ['Content-Type', 'application/x-www-form-urlencoded'],
  ['Accept', 'application/json'],
];
const PREFLIGHT: Headers = [
  ['Origin', 'https://inspector.example'],
  ['Access-Control-Request-Method', 'POST'],
  ['Access-Control-Request-Headers', 'content-type'],
];
/** A token that no server has issued (AS-26). */
const UNKNOWN = 'token=unblank-made-up-token&token_type_hint=refresh_token&client_id=unblank';

type Part = Omit<AuthorizationServerEvidence, 'guessed' | 'endpoints'>;

/**
 * Asks the endpoints that a server's metadata names, as far as that costs nothing: no code, no
 * token and no client is in any of these requests.
 * @returns null where no metadata names a token endpoint that may be asked
 * @see TK-01, AS-24, AS-26
 */
export async function askEndpoints(server: Part, send: Send): Promise<ServerEndpoints | null> {
  const document = metadataOf(server);
  const token = urlIn(document, 'token_endpoint');
  if (token === null) return null;
  const revocation = urlIn(document, 'revocation_endpoint');
  const [empty, preflight, revoked] = await Promise.all([
    ask(post(token, ''), 'token endpoint without a request', send),
    ask(options(token), 'preflight of a browser client', send),
    revocation === null
      ? null
      : ask(post(revocation, UNKNOWN), 'revocation of an unknown token', send),
  ]);
  return { token: empty, preflight, revocation: revoked };
}

function ask(request: HttpRequest, purpose: Exchange['purpose'], send: Send): Promise<Exchange> {
  return send(request, 'server-metadata', purpose);
}

function metadataOf({ attempts }: Part): JsonObject | null {
  const good = attempts.find(
    (one) =>
      one.place !== 'oauth-path' && one.json && serverMetadataDefect(one.json, one.place) === null,
  );
  return good?.json ?? attempts.find((one) => one.json !== null)?.json ?? null;
}

function urlIn(document: JsonObject | null, member: string): string | null {
  const url = document?.[member];
  return typeof url === 'string' && isAskable(url) ? url : null;
}

function post(url: string, body: string): HttpRequest {
  // SECURITY: D20
  const bodyBytes = OUTBOUND_LIMITS.tokenBodyBytes;
  return { method: 'POST', url, headers: FORM, body, namedBy: 'server', bodyBytes };
}

function options(url: string): HttpRequest {
  return { method: 'OPTIONS', url, headers: PREFLIGHT, body: null, namedBy: 'server' };
}
