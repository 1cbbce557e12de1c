import type { NetworkOptions, PlaceOptions, ReportOptions } from '../options/add-options.ts';

/** The options of `unblank check` as the parser hands them over. */
export interface CheckOptions extends PlaceOptions, NetworkOptions, ReportOptions {
  readonly client?: string;
  readonly offline?: boolean;
  readonly register?: boolean;
  readonly keychain?: boolean;
}
