import type { Emit } from '../../contract/host.ts';
import type { Report } from '../../contract/report.ts';
import type { Rules } from '../model/rules.ts';
import type { ConnectTo, Ports } from '../ports.ts';
import type { TraceOptions, TraceRequest, TraceResult } from '../run/trace-request.ts';
import type { Revoker } from '../secrets/revoke-entry.ts';
import type { TokenVault } from '../secrets/token-vault.ts';
import type { Watch } from '../watch/watch-request.ts';
import type { KeychainTrouble, SignInPorts } from '../sign-in-ports.ts';
import type { RepairHost } from './repair-desk.ts';

/** The running demo: a broken server and a throw-away home that names it. */
export interface DemoSession {
  readonly url: string;
  readonly connectTo: readonly ConnectTo[];
  readonly ca: string | null;
  readonly ports: Ports;
  close(): Promise<void>;
}

/** A traced sign-in, as run/trace.ts exports it. */
export type Trace = (request: TraceRequest, options: TraceOptions) => Promise<TraceResult>;

/** The kept tokens, as a window may see and handle them: never a value. */
export interface TokenDesk {
  readonly kept: 'keychain' | 'memory';
  /** Why it is only memory, or null. */
  readonly trouble: KeychainTrouble | null;
  readonly vault: Pick<TokenVault, 'list' | 'delete' | 'revoke'>;
  readonly revoker: Revoker;
  /** What was cleaned up after a trace that was killed, as a line for people; told once. */
  readonly takeCleaned?: () => string | null;
}

/** The text for the vendor of a client, or why a report is none of the vendor's business. */
export type VendorMail = (
  report: Report,
  reference: string | null,
) => { readonly text: string | null; readonly why: string | null };

export interface AppOptions {
  readonly host: 'electron' | 'browser' | 'test';
  readonly tool: { readonly name: 'unblank'; readonly version: string };
  readonly ports: Ports;
  readonly signIn: SignInPorts;
  /** Called when something is judged for the first time: it is most of the engine's text. */
  readonly loadRules: () => Promise<Rules>;
  /** Called when the first sign-in is traced; no start reads it. */
  readonly loadTrace: () => Promise<Trace>;
  readonly loadVendorMail: () => Promise<VendorMail>;
  /** Called when logs are first watched. */
  readonly loadWatch: () => Promise<Watch>;
  /** Called when the kept tokens are first asked for: before, no keychain is touched (F6). */
  readonly openTokenDesk: (signal: AbortSignal) => Promise<TokenDesk>;
  /** What changes and saves something; a host without it refuses those calls. */
  readonly repair?: RepairHost;
  readonly emit: Emit;
  readonly openUrl: (url: string) => Promise<void>;
  readonly startDemo: () => Promise<DemoSession>;
  readonly onBug: (error: unknown) => string;
}
