import type { Machine, Place } from '../../engine/ports.ts';
import { desktopFolders, linuxHandler } from './linux-handler.ts';
import { linuxListeners } from './linux-listeners.ts';
import { linuxProcesses } from './linux-processes.ts';
import { schemeName } from './scheme-name.ts';

/** Linux by its files: no program is run. It keeps no range of ports, and no keychain is asked. */
export function linuxMachine(proc: string, place: Pick<Place, 'home' | 'env'>): Machine {
  const folders = desktopFolders(place.home, place.env);
  return {
    processes: () => linuxProcesses(proc),
    listeners: () => linuxListeners(proc),
    reservedPorts: () => Promise.resolve(null),
    handlerOf: async (scheme) => {
      const name = schemeName(scheme);
      return name === null ? null : linuxHandler(name, folders);
    },
    keychainItem: () => Promise.resolve(null),
  };
}
