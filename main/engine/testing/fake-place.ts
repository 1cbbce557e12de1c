import type { System } from '../../contract/words.ts';
import type { Place } from '../ports.ts';

export interface FakePlaceOptions {
  readonly os?: System;
  readonly home?: string;
  readonly copied?: boolean;
  readonly project?: string | null;
  readonly env?: Readonly<Record<string, string>>;
}

/** The Place port with `/` between segments on every system; a copied place has no environment. */
export function createFakePlace(options: FakePlaceOptions = {}): Place {
  const { os = 'linux', home = '/home/ada', copied = false, project = null, env = {} } = options;
  return {
    os,
    home,
    copied,
    project,
    join: (...segments) => segments.join('/').replace(/\/{2,}/gu, '/'),
    env: (name) => (copied ? undefined : env[name]),
  };
}
