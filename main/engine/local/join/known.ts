import { isUrl } from '../../../contract/is-url.ts';
import type { ServerEntry } from '../../model/evidence.ts';
import { redactUrl } from '../../redact/url.ts';
import { remoteHash } from '../stores/remote-hash.ts';

/** A server as a run or a watch names it. */
export interface KnownServer {
  /** Null for a local command. */
  readonly url: string | null;
  readonly entries: readonly ServerEntry[];
}

/** What a server is known by in the files of clients. */
export interface Known {
  /** Masked, as logs and stores hold it; null for a local command. */
  readonly url: string | null;
  readonly entries: readonly ServerEntry[];
  /** MD5 of the address in the names of mcp-remote's files. */
  readonly hashes: ReadonlySet<string>;
}

/** Gathers what tells a server in logs and stores: its address, its names, the hashes of mcp-remote. */
export function knownBy({ url, entries }: KnownServer): Known {
  const written = entries.flatMap((one) => (one.viaMcpRemote && one.url !== null ? [one.url] : []));
  const urls = url === null ? written : [url, ...written];
  const own = entries.flatMap(({ remoteHash: hash }) => hash ?? []);
  const hashes = new Set([...own, ...urls.map((one) => remoteHash(one))]);
  return { url: url === null ? null : sameForm(url), entries, hashes };
}

/** Whether an address of a log or store is the one of the server. */
export function isAddressOf(address: string, { url }: Known): boolean {
  return url !== null && sameForm(address) === url;
}

/** Addresses are compared masked and as the URL standard spells them. */
function sameForm(url: string): string {
  return redactUrl(isUrl(url) ? new URL(url).href : url);
}
