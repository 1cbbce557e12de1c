/**
 * What a sign-in page says of itself. Only what stands in these tables leaves the window: a page can
 * hold a name, an address or what somebody typed, and none of that may become evidence (safety F1).
 */

/** Codes that providers print: RFC 6749 §4.1.2.1 and §5.2, OpenID Connect, Google, Entra, Okta, Auth0. */
const CODES =
  /\b(?:AADSTS\d{4,7}|disallowed_useragent|redirect_uri_mismatch|invalid_redirect_uri|redirect_uri_not_allowed|org_internal|admin_policy_enforced|invalid_request|invalid_client|invalid_client_id|invalid_client_metadata|unauthorized_client|access_denied|unsupported_response_type|unsupported_response_mode|invalid_scope|invalid_target|invalid_resource|invalid_grant|invalid_token|server_error|temporarily_unavailable|interaction_required|login_required|consent_required|account_selection_required|request_not_supported|registration_not_supported|deleted_client|client_not_found|application_not_found|app_not_found|invalid_state|state_mismatch|csrf_mismatch|ofid_[0-9a-f]{6,40}|ERR_[A-Z_]{4,40})\b/g;

/** Phrases, in lower case, as they stand on real pages; looked for without regard to case. */
const PHRASES = [
  'this browser or app may not be secure',
  'may not be secure',
  'browser is not supported',
  'browser not supported',
  'unsupported browser',
  'use a supported browser',
  'try using a different browser',
  'embedded browser',
  'embedded user-agent',
  'does not comply with google’s',
  "doesn't comply with google",
  'enable javascript',
  'javascript is required',
  'javascript is disabled',
  'cookies are disabled',
  'enable cookies',
  'cookies are blocked',
  'redirect uri',
  'redirect_uri',
  'callback url mismatch',
  'invalid callback',
  'client id',
  'client_id',
  'unknown client',
  'access denied',
  'access blocked',
  'permission denied',
  'not authorized',
  'forbidden',
  'something went wrong',
  'an error occurred',
  'internal server error',
  'bad request',
  'bad gateway',
  'service unavailable',
  'gateway timeout',
  'too many requests',
  'page not found',
  'not found',
  'session expired',
  'session has expired',
  'link has expired',
  'request has expired',
  'verify you are human',
  'checking your browser',
  'just a moment',
  'need admin approval',
  'admin approval required',
  'security key',
  'passkey',
  'close this window',
  'you can close this',
  'return to the application',
  'popup was blocked',
  'pop-up was blocked',
  'allow pop-ups',
  'allow popups',
  'authorization failed',
  'authentication failed',
  'login failed',
  'sign-in failed',
] as const;

const LONGEST = 400;

/**
 * The known codes and phrases in the text of a page, each once, in the order of the tables.
 * @param text visible text of a page; untrusted, any length
 * @returns at most 400 characters; empty where nothing is known
 */
export function knownWords(text: string): string {
  const codes = text.match(CODES) ?? [];
  // What is part of a code is not said twice.
  const lower = text.replace(CODES, ' ').toLowerCase();
  const phrases = PHRASES.filter((phrase) => lower.includes(phrase));
  const whole = phrases.filter(
    (one) => !phrases.some((other) => other !== one && other.includes(one)),
  );
  return cut([...new Set([...codes, ...whole])]);
}

/** Whole words only: half a code would be another code. */
function cut(words: readonly string[]): string {
  let said = '';
  for (const word of words) {
    const next = said === '' ? word : `${said}; ${word}`;
    if (next.length > LONGEST) return said;
    said = next;
  }
  return said;
}
