import type { RepairPorts } from '../../repair-ports.ts';
import type { JournalEvent } from './journal-event.ts';
import { decodeLine, encodeLine, type ReadLine } from './journal-line.ts';

const NAME = 'journal.jsonl';
const SET_ASIDE = 'journal-set-aside';

/** The journal as it lies there. */
export interface ReadJournal {
  readonly events: readonly JournalEvent[];
  /** Written by a newer Unblank, at least in part: it is only read then (safety L5). */
  readonly newer: boolean;
  /** Lines that a crash tore or somebody changed. */
  readonly damaged: number;
}

export interface JournalFile {
  /** @throws AppError `own-folder` where the disk refuses */
  read(): Promise<ReadJournal>;
  /** Makes it whole before the first line of a change: what is damaged is set aside, not deleted. */
  mend(): Promise<ReadJournal>;
  /** Adds a line; it is on the disk when this resolves (safety G18). */
  append(event: JournalEvent): Promise<void>;
}

/**
 * The append-only journal in our own folder (safety G18). Who appends holds the lock.
 * @param ports its folder, and ids for what is set aside
 */
export function createJournalFile({
  folder,
  newId,
}: Pick<RepairPorts, 'folder' | 'newId'>): JournalFile {
  const readText = async (): Promise<string> => {
    const bytes = await folder.read(NAME);
    return bytes === null ? '' : new TextDecoder().decode(bytes);
  };
  return {
    read: async () => readJournal(await readText()),
    async mend() {
      const text = await readText();
      const journal = readJournal(text);
      if (journal.newer || isWhole(text, journal)) return journal;
      const whole = journal.events.map((one) => `${encodeLine(one)}\n`).join('');
      if (journal.damaged > 0)
        await folder.write(`${SET_ASIDE}/${newId()}.jsonl`, new TextEncoder().encode(text));
      await folder.write(NAME, new TextEncoder().encode(whole));
      return { ...journal, damaged: 0 };
    },
    append: async (event) => folder.append(NAME, readable(encodeLine(event))),
  };
}

/** What could not be read again later must not be begun: then nothing is written at all. */
function readable(line: string): string {
  if (decodeLine(line).kind !== 'event')
    throw new Error('A line of the journal has no known form.');
  return line;
}

function readJournal(text: string): ReadJournal {
  const lines = text
    .split('\n')
    .filter((line) => line !== '')
    .map(decodeLine);
  return {
    events: lines.flatMap((line) => (line.kind === 'event' ? [line.event] : [])),
    newer: lines.some(isKind('newer')),
    damaged: lines.filter(isKind('damaged')).length,
  };
}

/** A line without its end would run into the next. */
function isWhole(text: string, { damaged }: ReadJournal): boolean {
  return damaged === 0 && (text === '' || text.endsWith('\n'));
}

function isKind(kind: ReadLine['kind']): (line: ReadLine) => boolean {
  return (line) => line.kind === kind;
}
