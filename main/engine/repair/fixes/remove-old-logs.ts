import type { ClientId } from '../../../contract/words.ts';
import { defineFix, type FixContext, type FixPlan } from '../../model/fix.ts';
import type { LogFile } from '../../model/log-evidence.ts';
import { aboutPlace, planOf } from './parts/plan-of.ts';

/** F134: logs of a client fill the disk. */
export const fix = defineFix({
  name: 'remove-old-logs',
  codes: ['F134'],
  isDestructive: false,
  plan: (context) => context.finding.clients.flatMap((client) => oldLogs(client, context)),
});

function oldLogs(client: ClientId, { machine, finding }: FixContext): readonly FixPlan[] {
  const folders = new Set(
    finding.evidence.flatMap((one) => (one.kind === 'store' ? [one.file] : [])),
  );
  const logs = machine.logs.filter(
    (one) => one.client === client && folders.has(folderOf(one.file)),
  );
  const old = [...folders].flatMap((folder) =>
    olderIn(logs.filter((one) => folderOf(one.file) === folder)),
  );
  // The newest file of a folder may be written at this moment, and tells what goes on.
  const chosen = old.length > 0 ? old : logs.filter(({ size }) => size >= HUGE);
  if (chosen.length === 0) return [];
  return [
    planOf({
      about: aboutPlace([...folders][0] ?? '', null, client),
      title: `Remove ${sizeWords(chosen)} of old logs`,
      risk: 'lost-for-good',
      operations: chosen.map(({ file }) => ({ kind: 'remove-file', file, backup: false })),
      leavesAlone: [
        old.length > 0
          ? 'The newest log of each folder stays.'
          : 'The folder stays; the client begins a new log.',
        'Logs are not backed up: what is removed here is gone.',
        'No setting and no sign-in is touched.',
      ],
      quits: [client],
    }),
  ];
}

/** A single file of this size is the flood itself. */
const HUGE = 256 * 1024 * 1024;
const MIB = 1024 * 1024;

function olderIn(logs: readonly LogFile[]): readonly LogFile[] {
  return logs
    .toSorted(
      (one, two) => (two.modifiedAt ?? 0) - (one.modifiedAt ?? 0) || (one.file < two.file ? 1 : -1),
    )
    .slice(1);
}

function folderOf(file: string): string {
  return file.slice(0, Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\'), 0));
}

function sizeWords(logs: readonly LogFile[]): string {
  const mebibytes = logs.reduce((sum, { size }) => sum + size, 0) / MIB;
  return mebibytes >= 1024 ? `${(mebibytes / 1024).toFixed(1)} GiB` : `${Math.ceil(mebibytes)} MiB`;
}
