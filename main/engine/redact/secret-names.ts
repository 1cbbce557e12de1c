/**
 * Names whose value is a secret, after `plain` (lower case, letters and digits only). The lists are
 * the one place that says so (safety H1, H2).
 */
const SECRET_ANYWHERE = [
  'token',
  'secret',
  'password',
  'passwd',
  'passphrase',
  'apikey',
  'accesskey',
  'accountkey',
  'privatekey',
  'privkey',
  'signingkey',
  'encryptionkey',
  'masterkey',
  'servicekey',
  'deploykey',
  'authkey',
  'subscriptionkey',
  'credential',
  'cookie',
  'signature',
  'assertion',
  'samlresponse',
  'samlart',
  'verifier',
  'sessionid',
  'devicecode',
  'usercode',
  'authcode',
  'jwt',
  'connectionstring',
  'mnemonic',
] as const;
const SECRET_WHOLE = new Set([
  'auth',
  'pwd',
  'pass',
  'pat',
  'sid',
  'otp',
  'bearer',
  'xauth',
  'dpop',
  'hubsignature',
  'cnonce',
]);
/** Endings and beginnings that people put around `pwd` and `pass`. */
const PASSWORD_PART =
  /^(?:db|user|my|mysql|pg|redis|smtp|admin|root|basic)?(?:pwd|pass)\d?$|(?:^|[a-z])pwd$/;
/** Words that are a secret in an address or form and an ordinary word everywhere else. */
const SECRET_IN_QUERY = new Set([
  'code',
  'state',
  'key',
  'sig',
  'session',
  'hmac',
  'usercode',
  'k',
]);
/** Endings that make it a statement about the secret, not the secret (`token_endpoint`, `token_type`). */
const DESCRIBES =
  /(?:endpoint|endpoints|type|types|method|methods|supported|required|uri|url|uris|expiresin|expiresat|expires|expiry|lifetime|ttl|count|name|hint|status|error|alg|algorithm|path|file|format|length|id|scopes|header|limit|budget|window|storage|store)$/;
const DESCRIBED_YET_SECRET = new Set(['sessionid', 'phpsessionid', 'jsessionid', 'secretid']);

/** Where a name stands: `query` for an address, a fragment or a form; `field` for all else. */
export type NamePlace = 'query' | 'field';

const REMEMBERED = 4096;
const judged = new Map<string, boolean>();

/**
 * Says whether the value under a name is a secret, by the name alone (safety H2).
 * @param name as written, any spelling: `access_token`, `X-Api-Key`, `clientSecret`
 * @param place decides for words such as `code` and `state`
 */
export function isSecretName(name: string, place: NamePlace): boolean {
  const key = `${place} ${name}`;
  const known = judged.get(key);
  if (known !== undefined) return known;
  if (judged.size >= REMEMBERED) judged.clear();
  const secret = judge(name, place);
  judged.set(key, secret);
  return secret;
}

function judge(name: string, place: NamePlace): boolean {
  const plain = plainName(name);
  if (SECRET_WHOLE.has(plain) || DESCRIBED_YET_SECRET.has(plain)) return true;
  if (plain.endsWith('authorization') || PASSWORD_PART.test(plain)) return true;
  if (place === 'query' && SECRET_IN_QUERY.has(plain)) return true;
  return !DESCRIBES.test(plain) && SECRET_ANYWHERE.some((part) => plain.includes(part));
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** Names under which a generated value is a secret, and a word or number is none. */
const SUSPECT =
  /^(?:code|state|nonce|session|sess|sig|hmac|hash|pin|seed|login|lastcode)$|key$|secret|token|auth|code$/;
/** Issuers whose own name stands for their key, as in the rules of gitleaks. */
const ISSUER =
  /adafruit|adobe|airtable|algolia|alibaba|asana|atlassian|confluence|jira|beamer|bitbucket|bittrex|meraki|cloudflare|codecov|cohere|coinbase|confluent|contentful|datadog|dnkey|discord|droneci|dropbox|etsy|facebook|fastly|finicity|finnhub|flickr|freshbooks|gitter|gocardless|heroku|hubspot|intercom|jfrog|artifactory|bintray|kraken|kucoin|launchdarkly|linear|linkedin|lob$|mailchimp|mailgun|mapbox|mattermost|messagebird|netlify|newrelic|nytimes|okta|plaid|privateai|rapidapi|sendbird|sentry|snyk|sonar|squarespace|sumo|telegr|travis|twitch|twitter|typeform|yandex|zendesk|contribsys/;
const PUBLIC =
  /public|pubkey|keyid|kid$|primarykey|foreignkey|cachekey|clientid|keycode|monkey|turkey|statuscode|errorcode|exitcode|zipcode|hotkey|keyboard/;

/**
 * Says whether a value under this name is to be hidden if it looks generated (`"code":"8xLO…"`).
 */
export function isSuspectName(name: string): boolean {
  const plain = plainName(name);
  return (SUSPECT.test(plain) || ISSUER.test(plain)) && !PUBLIC.test(plain);
}

/**
 * Says whether a value under this name must be hidden whatever it looks like; for the other secret
 * names an ordinary word is an ordinary word ("token: expired").
 */
export function isPasswordName(name: string): boolean {
  return /pass|pwd|secret|api.?key|private.?key|credential|authorization|cookie/i.test(name);
}
