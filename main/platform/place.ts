import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { System } from '../contract/words.ts';
import type { Place } from '../engine/ports.ts';

export interface PlaceChoice {
  /** Folder of a copied profile, or null for the home of the user who runs us. */
  readonly home: string | null;
  /** System whose layout the home has, or null for this machine's. */
  readonly os: System | null;
  readonly project: string | null;
}

/** What this process tells about its machine; a test gives its own. */
export interface MachineFacts {
  readonly platform: string;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

const OWN_LAYOUT: Readonly<Record<string, System>> = { darwin: 'darwin', win32: 'win32' };

/**
 * The place that is examined.
 * @param choice what `--home`, `--os` and `--project` say. A home that was named is a copied
 *   profile, even where it is this user's own; so is this home under another system's layout:
 *   the environment of this process says nothing about either.
 * @returns paths in the notation of the machine that runs us, the project made absolute
 */
export function createPlace(choice: PlaceChoice, machine: MachineFacts = thisMachine()): Place {
  const own = OWN_LAYOUT[machine.platform] ?? 'linux';
  const os = choice.os ?? own;
  const copied = choice.home !== null || os !== own;
  return {
    os,
    home: resolve(choice.home ?? machine.home),
    copied,
    project: choice.project === null ? null : resolve(choice.project),
    join: (...segments) => join(...segments),
    env: (name) => (copied ? undefined : machine.env[name]),
  };
}

function thisMachine(): MachineFacts {
  return { platform: process.platform, home: homedir(), env: process.env };
}
