import type { Backup } from '../../../contract/repair.ts';
import type { FileNow, RepairPorts } from '../../repair-ports.ts';
import type { Rules } from '../../model/rules.ts';
import type { Ports } from '../../ports.ts';
import type { DiagnoseOptions, DiagnoseRequest, Diagnosis } from '../../run/diagnose.ts';

/** The run that is repeated: run/diagnose.ts, `diagnoseInside`; a test gives its own. */
export type Diagnose = (request: DiagnoseRequest, options: DiagnoseOptions) => Promise<Diagnosis>;

/** What the runner needs of the backups (backup/create-backup-store.ts). */
export interface KeptBytes {
  /** Resolves when every file lies there, fsynced and read again. */
  keep(
    files: readonly FileNow[],
    why: Exclude<Backup['why'], 'asked'>,
  ): Promise<{ readonly id: string }>;
  /** The exact bytes, held against their hash. @throws AppError `damaged-backup` */
  open(id: string, path: string): Promise<Uint8Array>;
}

export interface RepairsOptions {
  readonly ports: Ports;
  readonly repair: RepairPorts;
  readonly backups: KeptBytes;
  /** Called when something is judged for the first time. Its `fixes` are what can be offered. */
  readonly loadRules: () => Promise<Rules>;
  readonly diagnose: Diagnose;
  readonly tool: { readonly name: 'unblank'; readonly version: string };
  /** How servers are reached, as the user told it; the usual way where left out. */
  readonly network?: Pick<DiagnoseRequest, 'connectTo' | 'ca'>;
}
