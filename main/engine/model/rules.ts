import type { Client } from './client.ts';
import type { Fix } from './fix.ts';
import type { Mode } from './mode.ts';
import type { Requirement } from './requirement.ts';

/** Everything that judges: a diagnosis is evidence held against these. */
export interface Rules {
  readonly modes: readonly Mode[];
  readonly clients: readonly Client[];
  readonly requirements: readonly Requirement[];
  /** What can be done about findings; without any, a report offers nothing. */
  readonly fixes?: readonly Fix[];
}
