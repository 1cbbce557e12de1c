import { describe, expect, it } from 'vitest';
import { AppError } from '../../../contract/errors.ts';
import { defineFix, type Fix, type FixPlan } from '../../model/fix.ts';
import type { EditOperation } from '../../model/operation.ts';
import { fix as addType } from '../fixes/add-type.ts';
import { planOf, tell } from '../fixes/parts/plan-of.ts';
import {
  BROKEN,
  call,
  CODE,
  HERE,
  HOME,
  MENDED,
  offered,
  repairRig,
  SECRET,
  type RepairRig,
  type RigOptions,
} from '../testing/repair-rig.ts';

const OTHER = `${HOME}/other.json`;
const NOTHING = async (): Promise<boolean> => false;
const TYPE: EditOperation = {
  ...{ kind: 'set-value', file: CODE, pointer: '/mcpServers/acme/type', value: 'http' },
};

/** A fix for F112 whose plan is given. */
function fixOf(plan: Partial<FixPlan>, name = 'any-fix'): Fix {
  const whole = planOf({ about: 'it', title: 'Mend it', operations: [TYPE], ...plan });
  return defineFix({ name, codes: ['F112'], isDestructive: false, plan: () => [whole] });
}

function rigWith(plan: Partial<FixPlan>, more: Partial<RigOptions> = {}): RepairRig {
  return repairRig({ fixes: [fixOf(plan)], ...more });
}

async function previewed(rig: RepairRig, answers: Readonly<Record<string, string>> = {}) {
  return rig.repairs.preview(await offered(rig, 'F112'), HERE, answers, call());
}

async function applied(rig: RepairRig) {
  const result = await rig.repairs.apply((await previewed(rig)).ticket, rig.yes, call());
  if (result.kind !== 'done') throw new Error(JSON.stringify(result));
  return result.entry;
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'fulfilled',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  );
}

describe('a fix from finding to working entry', () => {
  it('is previewed as a diff, applied, checked and undone to the exact bytes', async () => {
    const rig = repairRig({ fixes: [addType] });
    const preview = await previewed(rig);
    expect(preview.blocked).toEqual([]);
    expect(preview.steps.filter(({ kind }) => kind === 'change')).toHaveLength(1);
    expect(JSON.stringify(preview)).not.toContain(SECRET);
    expect(rig.changes.text(CODE)).toBe(BROKEN);

    const done = await rig.repairs.apply(preview.ticket, rig.yes, call());
    expect(done).toMatchObject({ kind: 'done', entry: { state: 'applied', undoable: true } });
    expect(rig.changes.text(CODE)).toBe(MENDED);
    const [entry] = await rig.repairs.journal();
    expect(entry?.checks[0]).toMatchObject({ result: 'gone' });
    expect(entry?.evidence.join()).toContain('acme');

    const undo = await rig.repairs.previewUndo(entry!.id);
    const undone = await rig.repairs.apply(undo.ticket, rig.yes, call());
    expect(undone).toMatchObject({ kind: 'done', entry: { kind: 'undo', state: 'applied' } });
    expect(rig.changes.text(CODE)).toBe(BROKEN);
    expect((await rig.repairs.journal()).map(({ state }) => state)).toEqual(['applied', 'undone']);
  });

  it('G18 undo is itself undone, to the exact bytes of the fix', async () => {
    const rig = repairRig({ fixes: [addType] });
    const fixed = await applied(rig);
    const undo = await rig.repairs.previewUndo(fixed.id);
    const undone = await rig.repairs.apply(undo.ticket, rig.yes, call());
    const id = undone.kind === 'done' ? undone.entry.id : '';
    const again = await rig.repairs.previewUndo(id);
    expect(await rig.repairs.apply(again.ticket, rig.yes, call())).toMatchObject({ kind: 'done' });
    expect(rig.changes.text(CODE)).toBe(MENDED);
    const states = (await rig.repairs.journal()).map(({ state }) => state);
    expect(states).toEqual(['applied', 'undone', 'applied']);
  });

  it('undo gives a file its permissions back', async () => {
    const rig = rigWith({ operations: [{ kind: 'remove-file', file: OTHER, backup: true }] });
    rig.changes.put(OTHER, '{}', 0o640);
    const { id } = await applied(rig);
    expect(rig.changes.text(OTHER)).toBeNull();
    const { ticket } = await rig.repairs.previewUndo(id);
    await rig.repairs.apply(ticket, rig.yes, call());
    expect(rig.changes.files.get(OTHER)).toMatchObject({ mode: 0o640 });
  });

  it('H3 no secret of a file is in the journal, its Markdown or a preview', async () => {
    const rig = repairRig({ fixes: [addType] });
    const { id } = await applied(rig);
    const undo = await rig.repairs.previewUndo(id);
    const told = [
      rig.folder.text('journal.jsonl'),
      await rig.repairs.markdown(null),
      JSON.stringify([undo, await rig.repairs.journal(), rig.asked]),
    ].join();
    expect(told).not.toContain(SECRET);
    expect(told).toContain('"type": "http"');
  });
});

describe('G1 nothing is touched', () => {
  it('where the user says no', async () => {
    const rig = repairRig({ fixes: [addType] });
    const { ticket } = await previewed(rig);
    const result = await rig.repairs.apply(ticket, NOTHING, call());
    expect(result.kind).toBe('not-done');
    expect(rig.changes.text(CODE)).toBe(BROKEN);
    expect([...rig.folder.files]).toEqual([]);
    expect(rig.lock.isHeld).toBe(false);
  });

  it('before the question, which names every file in full', async () => {
    const rig = repairRig({ fixes: [addType] });
    const { ticket } = await previewed(rig);
    const seen: (string | null)[] = [];
    await rig.repairs.apply(
      ticket,
      async ({ lines }) => {
        seen.push(rig.changes.text(CODE), ...lines, String(rig.folder.files.size));
        return true;
      },
      call(),
    );
    expect(seen).toEqual([BROKEN, `${CODE} is changed, after a backup.`, '0']);
  });

  it('L1 where it is stopped at any step before the first write', async () => {
    const rig = repairRig({ fixes: [addType] });
    const { ticket } = await previewed(rig);
    const stop = new AbortController();
    const asking = rig.repairs.apply(
      ticket,
      () => new Promise(() => stop.abort()),
      call(stop.signal),
    );
    expect(await asking).toMatchObject({ kind: 'not-done' });
    expect(rig.changes.text(CODE)).toBe(BROKEN);
    expect(rig.lock.isHeld).toBe(false);
  });

  it('L1 where the disk does not answer before the first write', async () => {
    const rig = repairRig({ fixes: [addType] });
    const { ticket } = await previewed(rig);
    let hangs: () => void = () => undefined;
    const reached = new Promise<void>((resolve) => (hangs = resolve));
    rig.changes.before = (_call, step) => {
      if (step !== 'inspect') return null;
      hangs();
      return new Promise(() => undefined);
    };
    const applying = rig.repairs.apply(ticket, rig.yes, call());
    await reached;
    rig.clock.advance(30_000);
    expect(await applying).toMatchObject({
      kind: 'refused',
      why: expect.stringContaining('in time'),
    });
    expect(rig.changes.text(CODE)).toBe(BROKEN);
    expect(rig.lock.isHeld).toBe(false);
    expect(rig.clock.pending).toBe(0);
  });

  it('A12 and goes on to its end where it is stopped after the first write', async () => {
    const rig = rigWith({
      operations: [TYPE, { kind: 'set-value', file: OTHER, pointer: '/a', value: 1 }],
    });
    const { ticket } = await previewed(rig);
    const stop = new AbortController();
    rig.changes.before = (_call, step) => {
      if (step === 'write') stop.abort();
      return null;
    };
    const result = await rig.repairs.apply(ticket, rig.yes, call(stop.signal));
    expect(result).toMatchObject({ kind: 'done', entry: { state: 'applied' } });
    expect(rig.changes.text(OTHER)).toContain('1');
    expect(rig.changes.text(CODE)).toBe(MENDED);
  });
});

describe('B8 a ticket', () => {
  it('is good once', async () => {
    const rig = repairRig({ fixes: [addType] });
    const { ticket } = await previewed(rig);
    await rig.repairs.apply(ticket, NOTHING, call());
    expect(await codeOf(rig.repairs.apply(ticket, rig.yes, call()))).toBe('stale-ticket');
    expect(rig.changes.text(CODE)).toBe(BROKEN);
  });

  it('of another process, of a made-up name or of an old preview is refused', async () => {
    const rig = repairRig({ fixes: [addType] });
    const first = await previewed(rig);
    for (let count = 0; count < 8; count += 1) await previewed(rig);
    for (const ticket of [first.ticket, 'f'.repeat(64), '', '__proto__'])
      expect(await codeOf(rig.repairs.apply(ticket, rig.yes, call()))).toBe('stale-ticket');
    const { ticket } = await previewed(rig);
    expect(await codeOf(rig.restart().apply(ticket, rig.yes, call()))).toBe('stale-ticket');
  });

  it('does not come back to life with a later preview of the same plan', async () => {
    const rig = repairRig({ fixes: [addType] });
    const used = await previewed(rig);
    await rig.repairs.apply(used.ticket, NOTHING, call());
    const next = await previewed(rig);
    expect(next.ticket).not.toBe(used.ticket);
    expect(await codeOf(rig.repairs.apply(used.ticket, rig.yes, call()))).toBe('stale-ticket');
  });
});

describe('what changed between preview and apply', () => {
  it('G5 a file that somebody wrote is left alone, and both are named', async () => {
    const rig = repairRig({ fixes: [addType] });
    const { ticket } = await previewed(rig);
    const theirs = BROKEN.replace('dark', 'light');
    rig.changes.put(CODE, theirs);
    const result = await rig.repairs.apply(ticket, rig.yes, call());
    expect(result).toMatchObject({ kind: 'refused' });
    expect(JSON.stringify(result)).toMatch(
      /when you saw it: SHA-256 \w{12}…, now: SHA-256 \w{12}…/,
    );
    expect(rig.changes.text(CODE)).toBe(theirs);
  });

  it('G5 a writer right before the rename wins, and the journal says that nothing was changed', async () => {
    const rig = repairRig({ fixes: [addType] });
    const { ticket } = await previewed(rig);
    const theirs = BROKEN.replace('dark', 'light');
    rig.changes.inBetween = () => rig.changes.put(CODE, theirs);
    const result = await rig.repairs.apply(ticket, rig.yes, call());
    expect(result).toMatchObject({ kind: 'refused' });
    expect(rig.changes.text(CODE)).toBe(theirs);
    expect((await rig.repairs.journal()).map(({ state }) => state)).toEqual(['failed']);
  });

  it('G10 a client that was started meanwhile is noticed after the confirmation', async () => {
    const rig = rigWith({ quits: ['claude-code'] });
    const { ticket, steps } = await previewed(rig);
    expect(steps[0]).toMatchObject({ kind: 'wait-for-quit', running: false });
    const start = async (): Promise<boolean> => {
      rig.processes.push({
        pid: 7,
        parent: 1,
        program: '/usr/bin/claude',
        args: [],
        hasWindow: null,
      });
      return true;
    };
    const result = await rig.repairs.apply(ticket, start, call());
    expect(result).toMatchObject({ kind: 'refused', why: expect.stringContaining('Claude Code') });
    expect(rig.changes.text(CODE)).toBe(BROKEN);
  });

  it('G17 another process of ours at work is waited for no longer than it takes', async () => {
    const rig = repairRig({ fixes: [addType] });
    const { ticket } = await previewed(rig);
    rig.lock.isHeld = true;
    expect(await rig.repairs.apply(ticket, rig.yes, call())).toMatchObject({ kind: 'refused' });
    expect(rig.changes.text(CODE)).toBe(BROKEN);
  });

  it('L4 of two applies at once one is made, and the other is refused', async () => {
    const rig = repairRig({ fixes: [addType] });
    const two = rig.restart();
    const id = await offered(rig, 'F112');
    const tickets = [rig.repairs, two].map((one) => one.preview(id, HERE, {}, call()));
    const [first, second] = await Promise.all(tickets);
    const results = await Promise.all([
      rig.repairs.apply(first!.ticket, rig.yes, call()),
      two.apply(second!.ticket, rig.yes, call()),
    ]);
    expect(results.map(({ kind }) => kind).sort()).toEqual(['done', 'refused']);
    expect(rig.changes.text(CODE)).toBe(MENDED);
  });
});

describe('G9 a plan that cannot be applied says so before anything', () => {
  it.each([
    ['a closed one', { closed: 'Which server failed is not known yet.' }, 'not known yet'],
    ['one without an answer', { asks: [ask()] }, 'not answered'],
  ])('%s', async (_name, plan, why) => {
    const rig = rigWith(plan);
    const preview = await previewed(rig);
    expect(preview.blocked[0]?.why).toContain(why);
    const result = await rig.repairs.apply(preview.ticket, rig.yes, call());
    expect(result.kind).toBe('refused');
    expect(rig.asked).toEqual([]);
    expect(rig.changes.text(CODE)).toBe(BROKEN);
  });

  it('one whose client runs', async () => {
    const rig = rigWith({ quits: ['claude-code'] });
    rig.processes.push({
      pid: 7,
      parent: 1,
      program: '/usr/bin/claude',
      args: [],
      hasWindow: null,
    });
    const { blocked, steps } = await previewed(rig);
    expect(blocked[0]?.whatToDo).toContain('/exit');
    expect(steps[0]).toMatchObject({ kind: 'wait-for-quit', running: true });
  });

  it('a file in whose way something stands, with what the system says', async () => {
    const rig = repairRig({ fixes: [addType] });
    rig.changes.obstacles.set(CODE, { obstacle: 'read-only', reason: 'EROFS' });
    const { blocked } = await previewed(rig);
    expect(blocked[0]?.why).toBe(`${CODE} is read-only. The system says: EROFS`);
  });

  it('edits that do not fit, with the reason', async () => {
    const rig = rigWith({
      operations: [{ kind: 'rename-key', file: CODE, pointer: '/nothing/here', to: 'x' }],
    });
    expect((await previewed(rig)).blocked).toHaveLength(1);
  });

  it('a fix that is not offered any more is unknown', async () => {
    const rig = repairRig({ fixes: [addType] });
    const id = await offered(rig, 'F112');
    rig.changes.put(CODE, MENDED);
    expect(await codeOf(rig.repairs.preview(id, HERE, {}, call()))).toBe('unknown-fix');
    expect(await codeOf(rig.repairs.previewUndo('none'))).toBe('unknown-entry');
    expect(await codeOf(rig.repairs.previewFinish('none'))).toBe('unknown-entry');
  });
});

function ask() {
  const help = 'Which one?';
  return { id: 'which', label: 'Which', help, kind: 'name', options: [] } as const;
}

describe('after the write', () => {
  it('a fault that is still there is said, and undo is offered', async () => {
    const rig = rigWith({ operations: [{ ...TYPE, pointer: '/mcpServers/acme/note' }] });
    const entry = await applied(rig);
    expect(entry.checks[0]?.result).toBe('still-there');
    expect(entry.undoable).toBe(true);
    expect(entry.next).toContain('Undo is offered');
  });

  it('an error that was not there makes it worse', async () => {
    const rig = rigWith({ operations: [{ ...TYPE, value: 'carrier-pigeon' }] });
    const entry = await applied(rig);
    expect(entry.checks[0]?.result).toBe('worse');
    expect(entry.next).toContain('worse');
  });

  it('G8 two names of one file are edited as one', async () => {
    const link = `${HOME}/link.json`;
    const rig = rigWith({
      operations: [TYPE, { ...TYPE, file: link, pointer: '/theme', value: 'light' }],
    });
    rig.changes.links.set(link, CODE);
    const entry = await applied(rig);
    expect(entry.changes).toHaveLength(1);
    expect(rig.changes.text(CODE)).toBe(MENDED.replace('dark', 'light'));
  });

  it('what a person does changes no file, and is looked for again', async () => {
    const rig = rigWith({ automation: 'guided', operations: [tell('Do it.', 'x = 1')] });
    const { ticket, steps } = await previewed(rig);
    expect(steps).toEqual([{ kind: 'tell', text: 'Do it.', copy: 'x = 1' }]);
    rig.changes.put(CODE, MENDED);
    const result = await rig.repairs.apply(ticket, rig.yes, call());
    expect(result).toMatchObject({
      kind: 'done',
      entry: { undoable: false, checks: [{ result: 'gone' }] },
    });
  });
});

describe('G11 the client writes its file again', () => {
  it('a change that it keeps is not lost, and undo says what would be', async () => {
    const rig = repairRig({ fixes: [addType] });
    const { id } = await applied(rig);
    rig.changes.put(CODE, MENDED.replace('dark', 'light'));
    const [entry] = await rig.repairs.recheck(call());
    expect(entry).toMatchObject({ id, state: 'changed-since', checks: [{ result: 'gone' }] });
    const undo = await rig.repairs.previewUndo(id);
    expect(JSON.stringify(undo.steps)).toContain('was changed after Unblank wrote it');
    await rig.repairs.apply(undo.ticket, rig.yes, call());
    expect(rig.changes.text(CODE)).toBe(BROKEN);
  });

  it('F123 a change that it wiped is seen, and made again at one click', async () => {
    const rig = repairRig({ fixes: [addType] });
    const { id } = await applied(rig);
    rig.changes.put(CODE, BROKEN.replace('dark', 'light'));
    const [entry] = await rig.repairs.recheck(call());
    expect(entry).toMatchObject({ id, state: 'wiped', checks: [{ result: 'still-there' }] });
    const { ticket, blocked } = await rig.repairs.previewFinish(id);
    expect(blocked).toEqual([]);
    expect(await rig.repairs.apply(ticket, rig.yes, call())).toMatchObject({ kind: 'done' });
    expect(rig.changes.text(CODE)).toBe(MENDED.replace('dark', 'light'));
  });

  it('a file that is gone altogether was wiped too', async () => {
    const rig = repairRig({ fixes: [addType] });
    const { id } = await applied(rig);
    rig.changes.files.delete(CODE);
    expect((await rig.repairs.journal())[0]).toMatchObject({ id, state: 'wiped' });
  });
});
