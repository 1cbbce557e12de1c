import { isUrl } from '../../contract/is-url.ts';
import type { ChallengeFacts } from './challenge-of.ts';
import { metadataUrlFor, parameterOf, type Challenge } from './challenge.ts';

/** Each way in which a 401 fails to name the resource metadata, the first that holds. */
export type ChallengeFault =
  /** No header at all (RS-02), or one that says nothing (RS-03). */
  | 'missing'
  | 'bare'
  /** The name is not there, or stands under another name (RS-03). */
  | 'without'
  | 'resource'
  /** No address that clients may ask (RS-05). */
  | 'relative'
  | 'scheme'
  | 'insecure'
  | 'unquoted'
  /** In a form that parsers of shipped clients pass over (RS-06). */
  | 'empty'
  | 'spelling'
  | 'late';

/**
 * What keeps clients from reading the metadata URL off a challenge. The requirements and the modes
 * about it all judge by this one reading.
 * @param url the MCP endpoint: a name with http is at odds with https there
 * @returns null where every client that we know reads a good absolute URL
 * @see RFC 9728 §5.1, RFC 9110 §11.6.1; RS-02, RS-03, RS-05, RS-06; F20, F22
 */
export function challengeFault(
  { header, bearer }: Pick<ChallengeFacts, 'header' | 'bearer'>,
  url: string,
): ChallengeFault | null {
  if (header === null) return 'missing';
  const named = metadataUrlFor(header, 'bearer-anywhere');
  if (named !== null) return faultOfNamed(header, new URL(named), new URL(url));
  if (bearer === null || bearer.parameters.length === 0) return 'bare';
  return faultOfUnread(bearer);
}

function faultOfNamed(header: string, named: URL, url: URL): ChallengeFault | null {
  if (!/^https?:$/.test(named.protocol)) return 'scheme';
  if (metadataUrlFor(header, 'bearer-first') === null) return 'late';
  if (named.protocol === 'http:' && url.protocol === 'https:') return 'insecure';
  return /resource_metadata=[^"]/i.test(header) ? 'unquoted' : null;
}

function faultOfUnread(bearer: Challenge): ChallengeFault {
  const named = parameterOf(bearer, 'resource_metadata');
  if (named === '') return 'empty';
  if (named !== null) return isUrl(named) ? 'spelling' : 'relative';
  return parameterOf(bearer, 'resource') === null ? 'without' : 'resource';
}
