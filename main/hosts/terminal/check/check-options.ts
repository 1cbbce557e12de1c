import type { System } from '../../../contract/words.ts';

/** The options of `unblank check` as the parser hands them over. */
export interface CheckOptions {
  readonly client?: string;
  readonly home?: string;
  readonly os?: System;
  readonly project?: string;
  readonly offline?: boolean;
  readonly register?: boolean;
  readonly connectTo: readonly string[];
  readonly cacert?: string;
  readonly json?: boolean;
  readonly output?: string;
  readonly failOn: 'error' | 'warning' | 'never';
}
