import type { Emit, Handlers } from '../../contract/host.ts';
import type { System } from '../../contract/words.ts';
import type { AppOptions } from '../../engine/app/app-options.ts';
import type { RepairHost } from '../../engine/app/repair-desk.ts';
import type { SignInPorts } from '../../engine/sign-in-ports.ts';

/** Which profile a window looks at; all null means the machine it runs on. */
export interface ProfileChoice {
  readonly home: string | null;
  readonly os: System | null;
  readonly project: string | null;
}

export interface AppServicesOptions extends Partial<Pick<RepairHost, 'confirm' | 'savePlace'>> {
  readonly host: 'electron' | 'browser' | 'test';
  readonly profile: ProfileChoice;
  readonly emit: Emit;
  /** Opens one of our own listed pages in the system browser; the host's one place for it (C3). */
  readonly openUrl: (url: string) => Promise<void>;
  /** Where this host can show sign-in pages, and where it keeps what they give; without it, nowhere. */
  readonly signIn?: SignInPorts;
  /** What is kept of sign-ins; without it, nothing. The same vault as that of `signIn`. */
  readonly openTokenDesk?: AppOptions['openTokenDesk'];
}

/** What a windowed host serves: the handlers of the table, and an end. */
export interface AppServices {
  readonly handlers: Handlers;
  /** Cancels every run and stops the demo server; settles within three seconds (L1). */
  readonly close: () => Promise<void>;
}
