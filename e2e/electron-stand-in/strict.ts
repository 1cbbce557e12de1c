import { EventEmitter } from 'node:events';

/** Thrown for everything that Electron has and the stand-in has not. Never a silent no-op. */
export class NotInStandIn extends Error {
  override readonly name = 'NotInStandIn';

  constructor(what: string) {
    super(`not in the stand-in: ${what}`);
  }
}

/** Read by `await`, `JSON.stringify` and consoles of any object; Electron's have none of them. */
const ASKED_OF_ALL: readonly PropertyKey[] = ['then', 'toJSON', 'inspect', 'nodeType', 'prototype'];

/**
 * An object of which only what is there can be read; every other name throws.
 * @param name how Electron's documentation calls it
 * @param members all that the stand-in has of it
 */
export function strict<T extends object>(name: string, members: T): T {
  const known = (key: PropertyKey) => typeof key === 'symbol' || key in members;
  return new Proxy(members, {
    get(target, key) {
      if (known(key)) return Reflect.get(target, key);
      if (ASKED_OF_ALL.includes(key)) return undefined;
      throw new NotInStandIn(`${name}.${String(key)}`);
    },
    set(_target, key) {
      throw new NotInStandIn(`setting ${name}.${String(key)}`);
    },
  });
}

/**
 * A name that the module exports, so that an import of it links, and that is not here at all.
 * @param name the export
 */
export function absent(name: string): object {
  const refuse = (key?: PropertyKey): never => {
    throw new NotInStandIn(key === undefined ? name : `${name}.${String(key)}`);
  };
  return new Proxy(function () {}, {
    get: (_target, key) => (typeof key === 'symbol' ? undefined : refuse(key)),
    apply: () => refuse(),
    construct: () => refuse(),
  });
}

/**
 * Options of which only known keys with known values are taken.
 * @param name how the documentation calls them
 * @param given what the host passes
 * @param known key -> whether the value is one that the stand-in has
 */
export function checkOptions(
  name: string,
  given: object,
  known: Readonly<Record<string, (value: unknown) => boolean>>,
): void {
  for (const [key, value] of Object.entries(given)) {
    if (known[key]?.(value) === true) continue;
    throw new NotInStandIn(`${name}.${key}: ${JSON.stringify(value)}`);
  }
}

type Listener = (...values: never[]) => unknown;

/** The listening side of an emitter, for the events in a list; others throw when listened to. */
export interface Listening {
  on(event: string, listener: Listener): unknown;
  once(event: string, listener: Listener): unknown;
  off(event: string, listener: Listener): unknown;
}

/** An emitter that only the stand-in can fire, and its listening side for the host. */
export interface Events {
  readonly listening: Listening;
  readonly emit: (event: string, ...values: readonly unknown[]) => void;
}

/**
 * @param name of the object that emits
 * @param events all that it can emit here
 */
export function createEvents(name: string, events: readonly string[]): Events {
  const emitter = new EventEmitter();
  const add = (how: 'on' | 'once' | 'off') => (event: string, listener: Listener) => {
    if (!events.includes(event)) throw new NotInStandIn(`${name}.${how}('${event}')`);
    emitter[how](event, listener as (...values: unknown[]) => void);
    return listening;
  };
  const listening: Listening = { on: add('on'), once: add('once'), off: add('off') };
  return { listening, emit: (event, ...values) => void emitter.emit(event, ...values) };
}

/** An event that a listener can veto (structures/event: `preventDefault`, `defaultPrevented`). */
export interface Vetoable {
  readonly event: object;
  readonly vetoed: () => boolean;
}

/** @param details further fields of the event, as its documentation lists them */
export function createVetoable(details: object = {}): Vetoable {
  let prevented = false;
  const fields = Object.getOwnPropertyDescriptors(details);
  const event = Object.defineProperties(
    {
      preventDefault: () => {
        prevented = true;
      },
      get defaultPrevented() {
        return prevented;
      },
    },
    fields,
  );
  return { event: strict('event', event), vetoed: () => prevented };
}
