import { isUrl } from '../../contract/is-url.ts';
import { nameKey, namesOf } from '../local/join/names-of.ts';
import { remoteHash } from '../local/stores/remote-hash.ts';
import { redactUrl } from '../redact/url.ts';
import type { WatchTarget } from './watch-request.ts';
import type { LogSource } from './watch-parts.ts';

/** Where something was written, and what it names. */
export interface WrittenIn {
  readonly source: LogSource;
  /** The server that the line names, or null. */
  readonly server: string | null;
  /** Addresses that the file has named so far, masked. */
  readonly urls: () => readonly string[];
}

/**
 * Is something in a log about this server? By the hash in the names of mcp-remote's files, by the
 * address where the log has one for its server, else by the name that the client has for it.
 * @param target null for every server
 */
export function aboutTarget(target: WatchTarget | null): (written: WrittenIn) => boolean {
  if (target === null) return () => true;
  const { url, entries } = target;
  const own = url === null ? null : sameForm(url);
  const written = entries.flatMap((one) => (one.viaMcpRemote && one.url !== null ? [one.url] : []));
  const addresses = url === null ? written : [url, ...written];
  const hashes = new Set([
    ...entries.flatMap(({ remoteHash: hash }) => hash ?? []),
    ...addresses.map((one) => remoteHash(one)),
  ]);
  return ({ source, server, urls }) => {
    if (source.hash !== null && hashes.has(source.hash)) return true;
    const named = source.server === null || own === null ? [] : urls();
    if (named.length > 0) return named.some((one) => sameForm(one) === own);
    const name = source.server ?? server;
    return name !== null && namesOf(entries, source.client).has(nameKey(name));
  };
}

/** Addresses are compared masked and as the URL standard spells them. */
function sameForm(url: string): string {
  return redactUrl(isUrl(url) ? new URL(url).href : url);
}
