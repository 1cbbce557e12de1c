import type { BundlePreview } from '../../contract/repair.ts';
import type { Report } from '../../contract/report.ts';
import type { Backups, Confirm, RepairCall, Repairs } from '../repair/repairs.ts';

/** Bundles as a window handles them: collected, read and saved by the ticket of their preview. */
export interface BundleDesk {
  /**
   * Collects what the bundle would hold; saves nothing.
   * @param report of a finished run, or null for this machine alone
   */
  preview(report: Report | null, call: RepairCall): Promise<BundlePreview>;
  /**
   * The text of one entry, byte for byte as it would be saved, in pieces.
   * @throws AppError `stale-ticket`
   */
  read(ticket: string, name: string): AsyncIterable<string>;
  /**
   * Writes the zip, opens it again and looks for secrets in it.
   * @param path chosen by the user in the host's dialog
   * @throws AppError `stale-ticket`, `file-unwritable`, `bundle-too-large`
   */
  save(ticket: string, path: string, signal: AbortSignal): Promise<{ readonly size: number }>;
}

/** Everything that changes or saves something, for a window. */
export interface RepairDesk {
  readonly repairs: Repairs;
  readonly backups: Backups;
  readonly bundles: BundleDesk;
}

/** Where a bundle is saved: the host asks in its own dialog, or has one place and says it before. */
export interface SavePlace {
  /** The place, for people, before anything is saved; null where a dialog asks. */
  readonly before: (name: string) => string | null;
  /** @returns the path, or null where the user took it back */
  readonly choose: (name: string) => Promise<string | null>;
}

/** What a host gives so that a window can repair. */
export interface RepairHost {
  /** Opened when something is first asked of it; no start of a window waits for it. */
  readonly openRepairDesk: () => Promise<RepairDesk>;
  /** Asks outside of the window (safety G1). */
  readonly confirm: Confirm;
  readonly savePlace: SavePlace;
}
