import { isUrl } from '../../../contract/is-url.ts';
import type { LocalEvidence, MachineEvidence, ServerEntry } from '../../model/evidence.ts';
import type { LogFile } from '../../model/log-evidence.ts';
import type { StoreEvidence } from '../../model/store-evidence.ts';
import { redactUrl } from '../../redact/url.ts';
import { remoteHash } from '../stores/remote-hash.ts';
import { nameKey, namesOf } from './names-of.ts';

/** What a server is known by in the files of clients. */
interface Known {
  /** Masked, as logs and stores hold it; null for a local command. */
  readonly url: string | null;
  readonly entries: readonly ServerEntry[];
  /** MD5 of the address in the names of mcp-remote's files. */
  readonly hashes: ReadonlySet<string>;
}

/**
 * Joins what lies on the machine to one server: what its logs, stores and settings say. An address
 * decides where a log or store names one; the name of the entry decides only where none does, since
 * two projects can give one name to two servers.
 * @param target the server with every place where it is configured
 * @param machine everything that was gathered
 */
export function localOf(
  target: { readonly url: string | null; readonly entries: readonly ServerEntry[] },
  machine: MachineEvidence,
): LocalEvidence {
  const { os, installs, configs, settings, facts } = machine;
  const known = knownBy(target);
  return {
    os,
    installs,
    configs,
    settings,
    facts,
    logs: machine.logs.flatMap((log) => aboutServer(log, known)),
    stores: storesOf(machine.stores, known),
  };
}

function knownBy({ url, entries }: Parameters<typeof localOf>[0]): Known {
  const written = entries.flatMap((one) => (one.viaMcpRemote && one.url !== null ? [one.url] : []));
  const urls = url === null ? written : [url, ...written];
  const own = entries.flatMap(({ remoteHash: hash }) => hash ?? []);
  const hashes = new Set([...own, ...urls.map((one) => remoteHash(one))]);
  return { url: url === null ? null : sameForm(url), entries, hashes };
}

/** Addresses are compared masked and as the URL standard spells them. */
function sameForm(url: string): string {
  return redactUrl(isUrl(url) ? new URL(url).href : url);
}

function aboutServer(log: LogFile, known: Known): readonly LogFile[] {
  if (log.hash !== null && known.hashes.has(log.hash)) return [log];
  if (log.urls.length > 0 && (log.server !== null || log.hash !== null))
    return namesAddress(log, known) ? [log] : [];
  const names = namesOf(known.entries, log.client);
  if (log.server !== null) return names.has(nameKey(log.server)) ? [log] : [];
  return sharedLog(log, names);
}

function namesAddress({ urls }: LogFile, { url }: Known): boolean {
  return url !== null && urls.some((one) => sameForm(one) === url);
}

/** Of a log of many servers only what is about this one. */
function sharedLog(log: LogFile, names: ReadonlySet<string>): readonly LogFile[] {
  const isOwn = ({ server }: { readonly server: string | null }) =>
    server !== null && names.has(nameKey(server));
  const own = { sightings: log.sightings.filter(isOwn), incidents: log.incidents.filter(isOwn) };
  return own.sightings.length + own.incidents.length === 0 ? [] : [{ ...log, ...own }];
}

function storesOf(stores: StoreEvidence, { url, entries, hashes }: Known): StoreEvidence {
  const names = namesOf(entries, 'claude-code');
  return {
    ...stores,
    signIns: stores.signIns.filter((one) => {
      if (one.hash !== null && hashes.has(one.hash)) return true;
      if (one.url !== null) return url !== null && sameForm(one.url) === url;
      return one.server !== null && names.has(nameKey(one.server));
    }),
    needsAuth: stores.needsAuth.filter(({ server }) => names.has(nameKey(server))),
    locks: stores.locks.filter(({ hash }) => hashes.has(hash)),
  };
}
