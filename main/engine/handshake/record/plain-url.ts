import { redactUrl } from '../../redact/url.ts';
import type { SecretKeeper } from './secret-keeper.ts';

/** Parameters of OAuth whose values tell something and name nobody. */
const TELLING = new Set(
  (
    'client_id redirect_uri response_type response_mode scope resource prompt state code iss error ' +
    'error_description error_uri code_challenge code_challenge_method display ui_locales audience'
  ).split(' '),
);

/**
 * An address as evidence: its secrets as tags, and every value that is no parameter of OAuth as a tag
 * as well, so that two addresses are equal if and only if they were. Works on the text: an address
 * need not parse.
 * @see safety H2, D2
 */
export function plainUrl(url: string, keeper: SecretKeeper): string {
  const query = /^[^?#]*\?([^#]*)/.exec(url)?.[1] ?? '';
  const fragment = /#(.*)$/s.exec(url)?.[1] ?? '';
  const path = url.slice(0, url.search(/[?#]|$/));
  return (
    redactUrl(keeper.hide(path)) +
    (query === '' ? '' : `?${plainPairs(query, keeper)}`) +
    (fragment === '' ? '' : `#${plainPairs(fragment, keeper)}`)
  );
}

function plainPairs(pairs: string, keeper: SecretKeeper): string {
  return pairs
    .split('&')
    .map((pair) => plainPair(pair, keeper))
    .join('&');
}

function plainPair(pair: string, keeper: SecretKeeper): string {
  const at = pair.indexOf('=');
  const name = at === -1 ? '' : pair.slice(0, at);
  const value = pair.slice(at + 1);
  if (TELLING.has(name)) return `${name}=${plainValue(value, keeper)}`;
  const tag = value === '' ? '' : keeper.standFor(value);
  return at === -1 ? tag : `${keeper.hide(name)}=${tag}`;
}

/** What a server says in a parameter can itself be encoded, so it is looked at decoded as well. */
function plainValue(value: string, keeper: SecretKeeper): string {
  const hidden = keeper.hide(value);
  const decoded = decodedForm(hidden);
  const clean = keeper.hide(decoded);
  if (clean === decoded) return hidden;
  const isTag = /%5B((?:[a-zA-Z]+%20)+\d+)%5D/g;
  return encodeURIComponent(clean).replaceAll(isTag, (tag) => decodeURIComponent(tag));
}

function decodedForm(value: string): string {
  try {
    return decodeURIComponent(value.replaceAll('+', ' '));
  } catch {
    return value;
  }
}
