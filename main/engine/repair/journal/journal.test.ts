import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFakeOwnFolder } from '../../testing/fake-own-folder.ts';
import { foldJournal } from './fold.ts';
import type { Begun, JournalEvent } from './journal-event.ts';
import { createJournalFile } from './journal-file.ts';
import { decodeLine, encodeLine } from './journal-line.ts';
import { stillHolds } from './still-holds.ts';

const NAME = 'journal.jsonl';

function begun(id: string, changes: Partial<Begun> = {}): Begun {
  return {
    ...{ kind: 'begun', id, at: 1, work: 'fix', code: 'F112', title: 'Mend it', server: null },
    ...{ risk: 'low', evidence: ['“x”'], changes: [], files: [], backup: null, from: null },
    ...{ undoes: null, undoable: true, quits: [], restarts: [], look: null, edits: null },
    ...changes,
  };
}

function written(id: string): JournalEvent {
  return { kind: 'written', id, at: 2 };
}

function journal() {
  const folder = createFakeOwnFolder();
  let ids = 0;
  const file = createJournalFile({ folder, newId: () => `aside${(ids += 1)}` });
  const put = (text: string): void => void folder.files.set(NAME, new TextEncoder().encode(text));
  return { folder, file, put };
}

const anyEvent = fc
  .record({ id: fc.uuid(), title: fc.string({ unit: 'binary' }), at: fc.nat() })
  .map(({ id, title, at }) => begun(id, { title, at, evidence: [title, ''] }));

describe('a line of the journal', () => {
  it('reads back as it was written', () => {
    fc.assert(
      fc.property(anyEvent, (event) => {
        const line = encodeLine(event);
        expect(line).not.toContain('\n');
        expect(decodeLine(line)).toEqual({ kind: 'event', event });
      }),
    );
  });

  it('G18 cut anywhere, it is damaged and never half an event', () => {
    fc.assert(
      fc.property(anyEvent, fc.nat(), (event, at) => {
        const line = encodeLine(event);
        expect(decodeLine(line.slice(0, at % line.length)).kind).toBe('damaged');
      }),
    );
  });

  it('with one character changed it is damaged, or says the same', () => {
    fc.assert(
      fc.property(
        anyEvent,
        fc.nat(),
        fc.string({ minLength: 1, maxLength: 1 }),
        (event, n, one) => {
          const line = encodeLine(event);
          const at = n % line.length;
          const read = decodeLine(`${line.slice(0, at)}${one}${line.slice(at + 1)}`);
          if (read.kind === 'event') expect(read.event).toEqual(event);
        },
      ),
    );
  });
});

describe('the journal file', () => {
  it('G18 sets a torn last line aside and goes on behind the whole ones', async () => {
    const { folder, file, put } = journal();
    const whole = `${encodeLine(begun('a'))}\n`;
    const torn = encodeLine(written('a')).slice(0, 20);
    put(whole + torn);
    expect(await file.read()).toMatchObject({ damaged: 1, events: [{ id: 'a' }] });
    await file.mend();
    await file.append(written('a'));
    expect(folder.text('journal-set-aside/aside1.jsonl')).toBe(whole + torn);
    expect((await file.read()).events.map(({ kind }) => kind)).toEqual(['begun', 'written']);
    expect((await file.read()).damaged).toBe(0);
  });

  it('L5 keeps what can be read of a corrupt file, and the file itself', async () => {
    const { folder, file, put } = journal();
    const text = `rubbish\n${encodeLine(begun('a'))}\n\u0000\u0000\n`;
    put(text);
    expect((await file.mend()).events).toHaveLength(1);
    expect(folder.text('journal-set-aside/aside1.jsonl')).toBe(text);
    expect(folder.text(NAME)).toBe(`${encodeLine(begun('a'))}\n`);
  });

  it('L5 only reads what a newer Unblank wrote', async () => {
    const { folder, file, put } = journal();
    const text = `${encodeLine(begun('a'))}\n${JSON.stringify({ v: 2, news: true })}\n`;
    put(text);
    expect(await file.mend()).toMatchObject({ newer: true, events: [{ id: 'a' }] });
    expect(folder.text(NAME)).toBe(text);
  });

  it('is not touched where it is whole', async () => {
    const { folder, file, put } = journal();
    put(`${encodeLine(begun('a'))}\n`);
    await file.mend();
    expect(folder.calls).toEqual([`read ${NAME}`]);
  });

  it('takes no line that it could not read again', async () => {
    const { folder, file } = journal();
    const unknown = { ...begun('a'), at: Number.NaN };
    await expect(file.append(unknown)).rejects.toThrow('no known form');
    expect(folder.files.size).toBe(0);
  });
});

describe('the journal folded', () => {
  it('an undo that was undone undoes nothing', () => {
    const events = ['a', 'b', 'c'].flatMap((id, at) => [
      begun(id, { undoes: [null, 'a', 'b'][at] ?? null }),
      written(id),
    ]);
    const ends = (count: number) =>
      foldJournal(events.slice(0, count)).map(({ undoneBy }) => undoneBy);
    expect(ends(2)).toEqual([null]);
    expect(ends(4)).toEqual(['b', null]);
    expect(ends(6)).toEqual([null, 'c', null]);
  });

  it('an undo that has not come to its end undoes nothing yet', () => {
    const [change] = foldJournal([begun('a'), written('a'), begun('b', { undoes: 'a' })]);
    expect(change).toMatchObject({ end: 'written', undoneBy: null });
  });

  it('a line about a change that is not there is passed over', () => {
    expect(foldJournal([written('a')])).toEqual([]);
  });
});

describe('G11 what a change said, after its client wrote the file', () => {
  const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
  const value = fc.jsonValue({ maxDepth: 3 });

  it('holds whatever the client does elsewhere in the file', () => {
    fc.assert(
      fc.property(value, value, value, (made, before, other) => {
        const [was, is] = [bytes({ at: before, x: 1 }), bytes({ at: made, x: 1 })];
        expect(stillHolds(was, is, bytes({ x: other, at: made, more: other }))).toBe(true);
      }),
    );
  });

  it('does not hold where the client took it back', () => {
    fc.assert(
      fc.property(value, value, (made, other) => {
        const is = bytes({ servers: { mine: { made }, theirs: other } });
        const was = bytes({ servers: { theirs: other } });
        expect(stillHolds(was, is, bytes({ servers: { theirs: other }, more: 1 }))).toBe(false);
        expect(stillHolds(is, was, is)).toBe(false);
      }),
    );
  });
});
