import type { LocalEvidence, MachineEvidence } from '../../model/evidence.ts';
import type { LogFile } from '../../model/log-evidence.ts';
import type { StoreEvidence } from '../../model/store-evidence.ts';
import { isAddressOf, knownBy, type Known, type KnownServer } from './known.ts';
import { nameKey, namesOf } from './names-of.ts';
import { ofProgram } from './of-program.ts';

/**
 * Joins what lies on the machine to one server: what its logs, stores and settings say. An address
 * decides where a log or store names one; the name of the entry decides only where none does, since
 * two projects can give one name to two servers.
 * @param target the server with every place where it is configured
 * @param machine everything that was gathered
 */
export function localOf(target: KnownServer, machine: MachineEvidence): LocalEvidence {
  const { os, installs, configs, settings, facts } = machine;
  const known = knownBy(target);
  return {
    os,
    installs,
    configs,
    settings,
    facts,
    logs: logsOf(
      target,
      machine.logs.flatMap((log) => aboutServer(log, known)),
    ),
    stores: storesOf(machine.stores, known),
  };
}

function logsOf({ url }: KnownServer, logs: readonly LogFile[]): readonly LogFile[] {
  return url === null ? logs.map(ofProgram) : logs;
}

function aboutServer(log: LogFile, known: Known): readonly LogFile[] {
  if (log.hash !== null && known.hashes.has(log.hash)) return [log];
  if (log.urls.length > 0 && (log.server !== null || log.hash !== null))
    return log.urls.some((one) => isAddressOf(one, known)) ? [log] : [];
  const names = namesOf(known.entries, log.client);
  if (log.server !== null) return names.has(nameKey(log.server)) ? [log] : [];
  return sharedLog(log, names);
}

/** Of a log of many servers only what is about this one. */
function sharedLog(log: LogFile, names: ReadonlySet<string>): readonly LogFile[] {
  const isOwn = ({ server }: { readonly server: string | null }) =>
    server !== null && names.has(nameKey(server));
  const own = { sightings: log.sightings.filter(isOwn), incidents: log.incidents.filter(isOwn) };
  return own.sightings.length + own.incidents.length === 0 ? [] : [{ ...log, ...own }];
}

function storesOf(stores: StoreEvidence, known: Known): StoreEvidence {
  const { entries, hashes } = known;
  const names = namesOf(entries, 'claude-code');
  return {
    ...stores,
    signIns: stores.signIns.filter((one) => {
      if (one.hash !== null && hashes.has(one.hash)) return true;
      if (one.url !== null) return isAddressOf(one.url, known);
      return one.server !== null && names.has(nameKey(one.server));
    }),
    needsAuth: stores.needsAuth.filter(({ server }) => names.has(nameKey(server))),
    locks: stores.locks.filter(({ hash }) => hashes.has(hash)),
  };
}
