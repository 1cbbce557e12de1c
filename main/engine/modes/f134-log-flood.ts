import { CLIENT_WORDS, type ClientId } from '../../contract/words.ts';
import type { LogFile } from '../model/log-evidence.ts';
import { defineMachineMode, type Occurrence } from '../model/mode.ts';
import { machineEvidence } from './evidence/stored-evidence.ts';

const MIB = 1024 * 1024;
/** A gigabyte is more than any client needs; a quarter of it is worth a word. */
const FLOOD = 1024 * MIB;
const MUCH = 256 * MIB;
const SHOWN = 5;

/** F134: a client writes logs without an end. */
export const mode = defineMachineMode({
  code: 'F134',
  title: 'Logs of a client fill your disk',
  explanation:
    'Clients write a log per server and never delete it. A server that fails and is started again, or that writes much to stderr, makes it grow by gigabytes.',
  whatToDo:
    'Quit the client, keep the newest file of the folder if you mean to report a fault, and delete the older ones. Then look at the server that writes them: one that is started again and again has a finding of its own.',
  step: 'local',
  severity: 'warning',
  category: 'runtime',
  confidence: 'certain',
  clients: ['claude-code', 'claude-desktop-stdio'],
  requirements: [],
  references: ['https://github.com/anthropics/claude-code/issues/69427'],
  judge: ({ logs }) => {
    const clients = [...new Set(logs.map(({ client }) => client))];
    return clients.flatMap((client) =>
      ofClient(
        client,
        logs.filter((one) => one.client === client),
      ),
    );
  },
});

function ofClient(client: ClientId, logs: readonly LogFile[]): readonly Occurrence[] {
  const size = total(logs);
  if (size < MUCH) return [];
  const folders = [...new Set(logs.map(({ file }) => folderOf(file)))]
    .map((folder) => ({ folder, size: total(logs.filter((one) => folderOf(one.file) === folder)) }))
    .sort((one, other) => other.size - one.size);
  return [
    {
      title: `Logs of ${CLIENT_WORDS[client]} hold ${sizeWords(size)}`,
      detail: `They are ${logs.length} ${logs.length === 1 ? 'file' : 'files'}.`,
      severity: size >= FLOOD ? 'warning' : 'advice',
      clients: [client],
      evidence: folders
        .slice(0, SHOWN)
        .map((one) => machineEvidence(one.folder, `its logs hold ${sizeWords(one.size)}`)),
    },
  ];
}

function total(logs: readonly LogFile[]): number {
  return logs.reduce((sum, { size }) => sum + size, 0);
}

function folderOf(file: string): string {
  return file.slice(0, Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\'), 0));
}

function sizeWords(bytes: number): string {
  return bytes >= FLOOD ? `${(bytes / FLOOD).toFixed(1)} GiB` : `${Math.round(bytes / MIB)} MiB`;
}
