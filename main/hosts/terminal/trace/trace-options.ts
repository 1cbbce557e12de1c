import type { ClientId, SignInWayName } from '../../../contract/words.ts';
import type { NetworkOptions, PlaceOptions, ReportOptions } from '../options/add-options.ts';

/** The options of `unblank trace` as the parser hands them over. */
export interface TraceCliOptions extends PlaceOptions, NetworkOptions, ReportOptions {
  readonly as: ClientId;
  readonly browser?: SignInWayName;
  readonly headless?: boolean;
  readonly keep?: boolean;
  readonly thorough?: boolean;
  readonly clientId?: string;
  /** Ask for it; its value never stands among the arguments (safety K3). */
  readonly clientSecret?: boolean;
  readonly scope?: string;
  readonly save?: string;
  readonly replay?: string;
  /** The reference that the user was shown, or true without one. */
  readonly vendorMail?: string | true;
}
