import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFakeHost } from '../../contract/fake.ts';
import type { Handlers } from '../../contract/host.ts';
import type { JournalEntry, Preview } from '../../contract/repair.ts';
import type { Report } from '../../contract/report.ts';
import type { EventName } from '../../contract/table.ts';
import type { Applied, Backups, Confirm, RepairCall, Repairs } from '../repair/repairs.ts';
import { createFakePorts } from '../testing/fake-ports.ts';
import { allRepairHandlers } from './all-repair-handlers.ts';
import { FinishedReports } from './finished-reports.ts';
import type { RepairDesk } from './repair-desk.ts';
import { Runs } from './runs.ts';

const ENTRY: JournalEntry = {
  id: 'e-1',
  at: '2026-11-23T14:03:12.000Z',
  state: 'applied',
  kind: 'fix',
  code: 'F111',
  title: 'Start it through mcp-remote',
  server: 'acme',
  evidence: [],
  changes: [],
  checks: [],
  undoes: null,
  undoneBy: null,
  undoable: true,
  next: 'Start Claude again.',
};
const BACKUP = {
  id: 'b-1',
  at: '2026-11-23T14:00:00.000Z',
  why: 'asked',
  version: '0.1.0',
  files: ['/home/ada/.claude.json', '/home/ada/.mcp.json'].map((file) => ({
    file,
    hash: 'a',
    size: 1,
    mode: '600',
    modifiedAt: null,
    now: 'differs' as const,
  })),
  damaged: [],
} as const;
const FIX = { kind: 'fix', target: null, fix: 'mend-syntax-0a1b2c3d', answers: {} } as const;

const FIX_OFFER = {
  id: FIX.fix,
  title: 'Mend the file',
  automation: 'apply',
  undoable: true,
} as const;

function previewOf(ticket: string): Preview {
  const offer = { ...FIX_OFFER, code: 'F110' };
  return {
    offer,
    ticket,
    why: 'It does not parse.',
    risk: 'low',
    asks: [],
    steps: [],
    leavesAlone: [],
    checks: [],
    restarts: [],
    blocked: [],
  };
}

/** A window over a desk that counts what it is asked. */
function windowOver(
  apply: (call: RepairCall, confirm: Confirm) => Promise<Applied> = () =>
    Promise.resolve({ kind: 'done', entry: ENTRY }),
) {
  const asked: string[] = [];
  let tickets = 0;
  const preview = (what: string) => {
    asked.push(what);
    return Promise.resolve(previewOf(`t-${(tickets += 1)}`));
  };
  const applied = (who: string) => (ticket: string, confirm: Confirm, call: RepairCall) => {
    asked.push(`${who} ${ticket}`);
    return apply(call, confirm);
  };
  const repairs: Repairs = {
    preview: (fix, place, answers) =>
      preview(`fix ${fix} ${JSON.stringify(place)} ${JSON.stringify(answers)}`),
    apply: applied('repairs.apply'),
    previewUndo: (entry) => preview(`undo ${entry}`),
    previewFinish: (entry) => preview(`finish ${entry}`),
    journal: () => Promise.resolve([ENTRY]),
    recheck: () => Promise.resolve([{ ...ENTRY, state: 'wiped' }]),
    markdown: (entries) => Promise.resolve(`of ${entries?.join() ?? 'all'}`),
  };
  const backups = {
    create: () => Promise.resolve(BACKUP),
    list: () => Promise.resolve([BACKUP]),
    previewRestore: (backup: string, files: readonly string[] | null) =>
      preview(`restore ${backup} ${files?.join() ?? 'all'}`),
    apply: applied('backups.apply'),
    prune: () => Promise.resolve([]),
  } as unknown as Backups;
  const heard: { name: EventName; payload: unknown }[] = [];
  const ports = createFakePorts({ files: {} });
  const runs = new Runs(ports.clock, () => 'ref-1');
  const reports = new FinishedReports();
  const whole = new AbortController();
  let opened = 0;
  const handlers: Partial<Handlers> = allRepairHandlers(
    runs,
    reports,
    {
      ports,
      emit: (name, payload) => void heard.push({ name, payload }),
      repair: {
        openRepairDesk: () => {
          opened += 1;
          return Promise.resolve({ repairs, backups, bundles: {} } as unknown as RepairDesk);
        },
        confirm: () => Promise.resolve(true),
        savePlace: { before: () => null, choose: () => Promise.resolve(null) },
      },
    },
    whole.signal,
  );
  const { client } = createFakeHost(handlers);
  const ended = (runId: string) =>
    expect
      .poll(() => heard.find((one) => (one.payload as { runId: string }).runId === runId))
      .toBeTruthy();
  const previewed = async (plan: Parameters<typeof client.call<'repair.preview'>>[1]['plan']) => {
    const { runId } = await client.call('repair.preview', { plan });
    await ended(runId);
    return runId;
  };
  return { client, asked, heard, runs, reports, ended, previewed, opened: () => opened };
}

describe('repairs in a window', () => {
  test('a preview of each kind reaches the one that plans it', async () => {
    const { asked, client, previewed } = windowOver();
    await client.call('backup.list', {});
    await previewed({ ...FIX, target: { kind: 'server', id: 'acme' }, answers: { client: 'x' } });
    await previewed(FIX);
    await previewed({ kind: 'undo', entry: 'e-1' });
    await previewed({ kind: 'finish', entry: 'e-1' });
    await previewed({ kind: 'restore', backup: 'b-1', chosen: [1] });
    await previewed({ kind: 'restore', backup: 'b-1', chosen: null });
    expect(asked).toEqual([
      'fix mend-syntax-0a1b2c3d {"target":"acme","offline":false} {"client":"x"}',
      'fix mend-syntax-0a1b2c3d {"target":null,"offline":true} {}',
      'undo e-1',
      'finish e-1',
      'restore b-1 /home/ada/.mcp.json',
      'restore b-1 all',
    ]);
  });

  test('a fix that only a finished run can offer, as a sign-in does, is planned from its report', async () => {
    const { asked, previewed, reports } = windowOver();
    const offering = {
      machine: { findings: [] },
      targets: [{ findings: [{ fixes: [FIX_OFFER] }] }],
    };
    reports.keep('run-1', offering as unknown as Report);
    reports.keep('run-2', { ...offering, targets: [] } as unknown as Report);
    await previewed(FIX);
    await previewed({ ...FIX, fix: 'another-0a1b2c3d' });
    expect(asked.map((one) => one.includes('"shown":{"machine"'))).toEqual([true, false]);
  });

  test('B7: a file is named by its place in a backup that was shown, and by nothing else', async () => {
    const { client } = windowOver();
    const restore = (backup: string, chosen: number[]) =>
      client.call('repair.preview', { plan: { kind: 'restore', backup, chosen } });
    await expect(restore('b-1', [0])).rejects.toMatchObject({ code: 'unknown-backup' });
    await client.call('backup.list', {});
    await expect(restore('b-1', [2])).rejects.toMatchObject({ code: 'unknown-backup' });
    await expect(restore('b-2', [0])).rejects.toMatchObject({ code: 'unknown-backup' });
    await expect(restore('../b', [0])).rejects.toMatchObject({ code: 'call-refused' });
  });

  test('B8: a ticket is good once, for the one that gave it', async () => {
    const { asked, client, ended, previewed } = windowOver();
    await previewed(FIX);
    await ended((await client.call('repair.apply', { ticket: 't-1' })).runId);
    await expect(client.call('repair.apply', { ticket: 't-1' })).rejects.toMatchObject({
      code: 'stale-ticket',
    });
    await client.call('backup.list', {});
    await previewed({ kind: 'restore', backup: 'b-1', chosen: null });
    await ended((await client.call('repair.apply', { ticket: 't-2' })).runId);
    expect(asked.filter((one) => one.includes('.apply'))).toEqual([
      'repairs.apply t-1',
      'backups.apply t-2',
    ]);
  });

  test('B8: no ticket that was not given here reaches a repair', async () => {
    const { asked, client, previewed } = windowOver();
    await previewed(FIX);
    await fc.assert(
      fc.asyncProperty(fc.stringMatching(/^[\w.:-]{1,40}$/), async (ticket) => {
        fc.pre(ticket !== 't-1');
        await expect(client.call('repair.apply', { ticket })).rejects.toMatchObject({
          code: 'stale-ticket',
        });
      }),
      { numRuns: 60 },
    );
    expect(asked.filter((one) => one.includes('.apply'))).toEqual([]);
  });

  test('one change at a time; the ticket of the one that waits stays good', async () => {
    let finish = (_applied: Applied): void => undefined;
    const { client, ended, previewed } = windowOver(
      () => new Promise((resolve) => (finish = resolve)),
    );
    await previewed(FIX);
    await previewed(FIX);
    const first = await client.call('repair.apply', { ticket: 't-1' });
    await expect(client.call('repair.apply', { ticket: 't-2' })).rejects.toMatchObject({
      code: 'repair-running',
    });
    await Promise.resolve();
    finish({ kind: 'done', entry: ENTRY });
    await ended(first.runId);
    await client.call('repair.apply', { ticket: 't-2' });
  });

  test('A12: a window that closes lets what was begun come to its end', async () => {
    let hasEnded = false;
    const { client, heard, previewed, runs } = windowOver(async ({ signal }) => {
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
      await Promise.resolve();
      hasEnded = true;
      return { kind: 'done', entry: ENTRY };
    });
    await previewed(FIX);
    await client.call('repair.apply', { ticket: 't-1' });
    await runs.close();
    expect(hasEnded).toBe(true);
    expect(heard.at(-1)?.name).toBe('repair.applied');
  });

  test('a preview and an apply can be stopped; another run cannot', async () => {
    const stopped: string[] = [];
    const { client, ended, previewed } = windowOver(async ({ signal }) => {
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
      stopped.push('apply');
      return { kind: 'not-done', why: 'You stopped it.' };
    });
    await previewed(FIX);
    const { runId } = await client.call('repair.apply', { ticket: 't-1' });
    await client.call('repair.cancel', { runId });
    await ended(runId);
    expect(stopped).toEqual(['apply']);
    await expect(client.call('repair.cancel', { runId })).rejects.toMatchObject({
      code: 'unknown-run',
    });
  });

  test('G1: what asks the user is the host, and never the window', async () => {
    const answers: boolean[] = [];
    const { client, ended, previewed } = windowOver(async (_call, confirm) => {
      answers.push(
        await confirm({ title: 'Change one file?', lines: [], yes: 'Change', no: 'No' }),
      );
      return { kind: 'not-done', why: 'x' };
    });
    await previewed(FIX);
    await ended((await client.call('repair.apply', { ticket: 't-1' })).runId);
    expect(answers).toEqual([true]);
  });

  test('B6: what a repair throws crosses as a reference only', async () => {
    const { client, ended, heard, previewed } = windowOver(() =>
      Promise.reject(new Error('planted-secret in /home/ada')),
    );
    await previewed(FIX);
    await ended((await client.call('repair.apply', { ticket: 't-1' })).runId);
    expect(heard.at(-1)).toMatchObject({
      name: 'repair.failed',
      payload: { error: { code: 'internal', params: { reference: 'ref-1' } } },
    });
    expect(JSON.stringify(heard)).not.toContain('planted');
  });

  test('an address that is none is refused before anything is looked at', async () => {
    const { asked, client } = windowOver();
    const target = { kind: 'address', address: 'file:///etc/passwd' } as const;
    await expect(client.call('repair.preview', { plan: { ...FIX, target } })).rejects.toMatchObject(
      { code: 'bad-address' },
    );
    expect(asked).toEqual([]);
  });

  test('the journal is listed, looked at again, and written as Markdown', async () => {
    const { client, opened } = windowOver();
    expect(opened()).toBe(0);
    expect((await client.call('journal.list', {})).entries).toEqual([ENTRY]);
    expect((await client.call('journal.recheck', {})).entries[0]?.state).toBe('wiped');
    expect(await client.call('journal.markdown', { entry: 'e-1' })).toEqual({ text: 'of e-1' });
    expect(await client.call('journal.markdown', { entry: null })).toEqual({ text: 'of all' });
    expect(opened()).toBe(1);
  });

  test('a backup that was just made can be restored from without a new list', async () => {
    const { asked, client, previewed } = windowOver();
    await client.call('backup.create', {});
    await previewed({ kind: 'restore', backup: 'b-1', chosen: [0] });
    expect(asked).toEqual(['restore b-1 /home/ada/.claude.json']);
  });
});
