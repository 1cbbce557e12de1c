/**
 * What a sign-in needs from outside, besides the ports of every diagnosis (ports.ts).
 */
import type { SignInWayName } from '../contract/words.ts';
import type { NavigationEvent } from './model/navigation-event.ts';
import type { ConnectTo } from './ports.ts';
import type { Secret } from './secrets/secret.ts';
import type { TokenVault } from './secrets/token-vault.ts';

export interface SignInPageOptions {
  /** Where the client wants to be called back. A loopback way takes a port of its own. */
  readonly redirectUri: string;
  /** Must the path be kept as it is (a client id that was registered before), or may the way add a
   *  random one (safety C8)? */
  readonly keepPath: boolean;
  /** For the title of the window: the client whose sign-in this is. */
  readonly label: string;
  /** As curl has them; only the isolated way of an installed browser knows them. */
  readonly connectTo: readonly ConnectTo[];
  /** PEM of authorities that the user named, or null. */
  readonly ca: string | null;
  /** No one sees the window; for CI and tests. */
  readonly headless: boolean;
  readonly signal: AbortSignal;
  /** Called with every event, in order, until the page is closed. */
  readonly onEvent: (event: NavigationEvent) => void;
}

/** A place where sign-in pages are shown, for all rounds of one sign-in. */
export interface SignInPage {
  /** The redirect URI that is caught here. */
  readonly redirectUri: string;
  /** True where another program shows the page: only its callback is seen, and silence says nothing. */
  readonly isBlind?: boolean;
  /** Goes to an authorization request. What becomes of it arrives as events. */
  go(url: string): Promise<void>;
  /** Shows a last page of ours in the window: signed in, or why it was stopped. Plain text. */
  tell(title: string, text: string): Promise<void>;
  /** Destroys the window and its storage, or ends the listener. Calling it twice is allowed. */
  close(): Promise<void>;
}

export interface SignInWay {
  readonly name: SignInWayName;
  /** @throws AppError window-failed, port-busy, page-not-opened */
  open(options: SignInPageOptions): Promise<SignInPage>;
}

/** What became of a keychain call. `locked`, `denied`, `cancelled` need the user; `missing` a keychain. */
export type KeychainTrouble =
  'missing' | 'locked' | 'denied' | 'cancelled' | 'timeout' | 'corrupt' | 'failed';

/** A place for secrets with names. Values of any length; never throws for what the keychain does. */
export interface SecretStore {
  /** `keychain` survives the program, `memory` does not; with why it is only memory. */
  readonly kind: 'keychain' | 'memory';
  readonly trouble: KeychainTrouble | null;
  get(account: string): Promise<Stored<Secret | null>>;
  set(account: string, value: Secret): Promise<Stored<true>>;
  delete(account: string): Promise<Stored<boolean>>;
  /** The accounts of everything that Unblank stored. */
  list(): Promise<Stored<readonly string[]>>;
}
export type Stored<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly trouble: KeychainTrouble; readonly advice: string };

/** A lock that holds across processes (safety D17); released when its holder dies. */
export interface Locks {
  /** @returns null where somebody else kept it for longer than `waitMs` */
  hold(name: string, waitMs: number): Promise<(() => Promise<void>) | null>;
}

export interface SignInPorts {
  /** The ways that this host has, in the order in which they are offered. */
  readonly ways: readonly SignInWay[];
  /** Opened on first use; a keychain is never touched before (safety F6, K3). */
  readonly vault: () => Promise<TokenVault>;
  readonly locks: Locks;
  /** What opening the vault cleaned up after a trace that was killed, as a line for people; told once. */
  readonly takeCleaned?: () => string | null;
}
