import type { Machine, Place } from '../../engine/ports.ts';

/** The Machine port; of a copied profile nothing is known. */
export function createMachine(_place: Place): Machine {
  return {
    processes: () => Promise.resolve(null),
    listeners: () => Promise.resolve(null),
    reservedPorts: () => Promise.resolve(null),
    handlerOf: () => Promise.resolve(null),
    keychainItem: () => Promise.resolve(null),
  };
}
