import type { PlaceOptions } from '../options/add-options.ts';

/** The options of `unblank watch` as the parser hands them over. */
export interface WatchCliOptions extends PlaceOptions {
  readonly json?: boolean;
  readonly untilStopped?: boolean;
}
