import { isAddressOf, knownBy } from '../local/join/known.ts';
import { nameKey, namesOf } from '../local/join/names-of.ts';
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
  const known = knownBy(target);
  return ({ source, server, urls }) => {
    if (source.hash !== null && known.hashes.has(source.hash)) return true;
    const named = source.server === null || known.url === null ? [] : urls();
    if (named.length > 0) return named.some((one) => isAddressOf(one, known));
    const name = source.server ?? server;
    return name !== null && namesOf(known.entries, source.client).has(nameKey(name));
  };
}
