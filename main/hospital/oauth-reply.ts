import type { Answer, JsonObject, ReplyHeaders } from './message.ts';
import { json } from './reply.ts';

/** Never cached (OAuth 2.1 §3.2.3), and readable by a client that runs in a page. */
export const OAUTH_HEADERS: ReplyHeaders = {
  'cache-control': 'no-store',
  'access-control-allow-origin': '*',
};

/** A JSON answer of an OAuth endpoint. */
export function oauthJson(status: number, body: JsonObject): Answer {
  return json(status, body, OAUTH_HEADERS);
}

/**
 * A refusal in OAuth form (RFC 6749 §5.2, RFC 7591 §3.2.2).
 * @param error its code
 * @param description for people
 */
export function refused(error: string, description: string, status = 400): Answer {
  return oauthJson(status, { error, error_description: description });
}
