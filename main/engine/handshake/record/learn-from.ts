import type { Exchange } from '../../model/evidence.ts';
import type { Headers } from '../../ports.ts';
import { urlRanges } from '../../redact/url.ts';
import type { SecretKeeper, SecretKind } from './secret-keeper.ts';

/** Members, fields and parameters that hold a secret of an OAuth flow, and what it is. */
const NAMES: Readonly<Record<string, SecretKind>> = {
  access_token: 'access token',
  refresh_token: 'refresh token',
  id_token: 'ID token',
  id_token_hint: 'ID token',
  client_secret: 'client secret',
  registration_access_token: 'registration token',
  code: 'code',
  code_verifier: 'verifier',
  state: 'state',
  client_assertion: 'assertion',
  assertion: 'assertion',
  token: 'access token',
};
/** In a JSON document only these: `code` and `state` are everyday words there. */
const IN_JSON = [
  'access_token',
  'refresh_token',
  'id_token',
  'client_secret',
  'registration_access_token',
];
const MEMBER = new RegExp(
  String.raw`"(${IN_JSON.join('|')})"\s{0,20}:\s{0,20}"((?:[^"\\]|\\.)*)`,
  'g',
);

/** Remembers what one exchange holds that opens something. */
export function learnFrom({ request, outcome }: Exchange, keeper: SecretKeeper): void {
  learnFromUrl(request.url, keeper);
  learnFromForm(request.body ?? '', keeper);
  learnFromHeaders(request.headers, keeper);
  if (outcome.kind === 'failure') return;
  learnFromHeaders(outcome.response.headers, keeper);
  for (const [, name, value] of outcome.response.body.matchAll(MEMBER))
    keeper.know(NAMES[name!]!, unescaped(value!));
}

/** The query and the fragment of an address. */
export function learnFromUrl(url: string, keeper: SecretKeeper): void {
  const [rest, fragment = ''] = url.split('#', 2);
  learnFromForm(fragment, keeper);
  learnFromForm((rest ?? '').split('?').slice(1).join('?'), keeper);
}

/**
 * What is secret in the address that the user gave: keys in its query, its path or before its host.
 * @see safety H2
 */
export function learnFromOwnUrl(url: string, keeper: SecretKeeper): void {
  for (const [from, to] of urlRanges(url)) keeper.know('key', url.slice(from, to));
}

/** A form, as a body or a query. A body of another form has no such fields. */
export function learnFromForm(form: string, keeper: SecretKeeper): void {
  if (!form.includes('=')) return;
  for (const [name, value] of new URLSearchParams(form)) {
    const kind = NAMES[name];
    if (kind !== undefined && value !== '') keeper.know(kind, value);
  }
}

function learnFromHeaders(headers: Headers, keeper: SecretKeeper): void {
  for (const [name, value] of headers) HEADERS[name.toLowerCase()]?.(value, keeper);
}

const HEADERS: Readonly<Record<string, (value: string, keeper: SecretKeeper) => void>> = {
  location: learnFromUrl,
  'mcp-session-id': (value, keeper) => void keeper.know('session', value),
  'set-cookie': (value, keeper) => {
    const content = /^[^=;]*=([^;]*)/.exec(value)?.[1] ?? '';
    if (content !== '') keeper.know('cookie', content);
  },
  authorization: (value, keeper) => {
    const [scheme = '', credentials = ''] = value.split(/\s+/, 2);
    // A bearer token that we made up is no secret, and one that we were given is known already.
    if (scheme.toLowerCase() === 'basic') keeper.know('credentials', credentials);
  },
};

function unescaped(value: string): string {
  try {
    return JSON.parse(`"${value}"`) as string;
  } catch {
    return value;
  }
}
