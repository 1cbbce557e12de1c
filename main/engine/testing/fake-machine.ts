import type { Machine } from '../ports.ts';

/** What a fake machine says; what is left out cannot be seen. */
export interface FakeMachineOptions {
  readonly processes?: Awaited<ReturnType<Machine['processes']>>;
  readonly listeners?: Awaited<ReturnType<Machine['listeners']>>;
  readonly reservedPorts?: Awaited<ReturnType<Machine['reservedPorts']>>;
  readonly handlers?: Readonly<Record<string, Awaited<ReturnType<Machine['handlerOf']>>>>;
  readonly keychain?: Readonly<Record<string, Awaited<ReturnType<Machine['keychainItem']>>>>;
}

/** The Machine port over an object. */
export function createFakeMachine(options: FakeMachineOptions = {}): Machine {
  return {
    processes: () => Promise.resolve(options.processes ?? null),
    listeners: () => Promise.resolve(options.listeners ?? null),
    reservedPorts: () => Promise.resolve(options.reservedPorts ?? null),
    handlerOf: (scheme) => Promise.resolve(options.handlers?.[scheme] ?? null),
    keychainItem: (service) => Promise.resolve(options.keychain?.[service] ?? null),
  };
}
