import type { ReportExchange, Report, SequenceMessage } from '../../contract/report.ts';
import type { ClientId, SignInOutcome, SignInWayName } from '../../contract/words.ts';
import type { ConnectTo } from '../ports.ts';
import type { Secret } from '../secrets/secret.ts';
import type { SignInPorts } from '../sign-in-ports.ts';
import type { DiagnoseOptions } from './diagnose.ts';
import type { TargetChoice } from './plan.ts';
import type { TraceFile } from './trace-file.ts';

/** What the user asks for with a traced sign-in. Asking is the leave for it (safety E9, K1). */
export interface TraceRequest {
  /** Must come to exactly one server with a URL. */
  readonly choice: TargetChoice;
  /** Whose sign-in it is. */
  readonly as: ClientId;
  readonly way: SignInWayName;
  /** No window is seen; only for the isolated way. */
  readonly headless: boolean;
  /** Keep the tokens in the keychain instead of revoking and removing them at the end. */
  readonly keep: boolean;
  /** Also the rounds of their own: wrong verifier, no verifier, other client. */
  readonly thorough: boolean;
  /** A client that was registered by hand, or null. */
  readonly client: { readonly id: string; readonly secret: Secret | null } | null;
  /** Scopes to ask for instead of what the client would ask for, or null. */
  readonly scope: string | null;
  readonly connectTo: readonly ConnectTo[];
  readonly ca: string | null;
}

/** What happens while it happens. */
export type TraceNews =
  | {
      readonly kind: 'progress';
      readonly text: string;
      readonly done: number;
      readonly total: number;
    }
  | {
      /** The sequence diagram as it is now, and the exchanges that are new since the last time. */
      readonly kind: 'sequence';
      readonly messages: readonly SequenceMessage[];
      readonly exchanges: readonly ReportExchange[];
      /** What was called, as soon as it was: blank, loop, … */
      readonly called: TraceCall | null;
    };

export interface TraceCall {
  readonly outcome: SignInOutcome;
  readonly headline: string;
  readonly next: string;
}

export interface TraceOptions extends DiagnoseOptions {
  readonly signIn: SignInPorts;
  readonly onNews: (news: TraceNews) => void;
}

export interface TraceResult {
  readonly report: Report;
  readonly file: TraceFile;
}
