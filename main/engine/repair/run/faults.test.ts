import { describe, expect, it } from 'vitest';
import {
  applyFix,
  FAULTS,
  faultRig,
  snapshot,
  type Fault,
  type FaultRig,
  type Snapshot,
} from '../testing/faults.ts';
import { call } from '../testing/repair-rig.ts';
import type { Repairs } from '../repairs.ts';

type Way = 'previewFinish' | 'previewUndo';
const OLD = snapshot(faultRig());

/** What an apply comes to, whatever the ports do. */
async function ticketed(rig: FaultRig, repairs: Repairs, ticket: string): Promise<string> {
  try {
    const result = await repairs.apply(ticket, rig.yes, call());
    return result.kind === 'done' ? `done: ${result.entry.state}` : result.kind;
  } catch (error) {
    return `rejected: ${String(error)}`;
  }
}

async function finished(): Promise<Snapshot> {
  const rig = faultRig();
  await ticketed(rig, rig.repairs, await applyFix(rig, rig.repairs));
  return snapshot(rig);
}

/** Runs a fix, or the undo of one, in which one call goes wrong; then starts anew. */
async function broken(work: 'fix' | 'undo', n: number, fault: Fault) {
  const rig = faultRig();
  let ticket = await applyFix(rig, rig.repairs);
  if (work === 'undo') {
    await ticketed(rig, rig.repairs, ticket);
    const [entry] = await rig.repairs.journal();
    ticket = (await rig.repairs.previewUndo(entry!.id)).ticket;
  }
  rig.fail(n, fault);
  const kind = await ticketed(rig, rig.repairs, ticket);
  const calls = rig.calls();
  return { rig, kind, calls, repairs: rig.mended() };
}

function isEach(now: Snapshot, one: Snapshot, two: Snapshot): boolean {
  const paths = new Set([...Object.keys(one), ...Object.keys(two), ...Object.keys(now)]);
  return [...paths].every((path) => now[path] === one[path] || now[path] === two[path]);
}

/** From here, does this way end well? */
async function endsIn(work: 'fix' | 'undo', n: number, fault: Fault, way: Way, end: Snapshot) {
  const { rig, repairs } = await broken(work, n, fault);
  const open = (await repairs.journal()).find(({ state }) => state === 'unfinished');
  if (open === undefined) return false;
  const preview = await repairs[way](open.id);
  expect(preview.blocked).toEqual([]);
  const applied = await repairs.apply(preview.ticket, rig.yes, call());
  expect(applied.kind).toBe('done');
  expect(snapshot(rig)).toEqual(end);
  const left = (await repairs.journal()).map(({ state }) => state);
  expect(left).not.toContain('unfinished');
  return true;
}

describe.each(['fix', 'undo'] as const)('G18 a %s in which a call goes wrong', (work) => {
  describe.each(FAULTS)('%s', (fault) => {
    it('leaves each file old or new, and ends well by finishing and by undoing', async () => {
      const NEW = await finished();
      const [before, after] = work === 'fix' ? [OLD, NEW] : [NEW, OLD];
      const total = (await broken(work, Infinity, fault)).calls;
      let unfinished = 0;
      for (let n = 1; n <= total; n += 1) {
        const { rig, kind, repairs } = await broken(work, n, fault);
        expect(kind, `call ${n}`).not.toMatch(/^rejected/);
        const now = snapshot(rig);
        expect(isEach(now, before, after), `call ${n}`).toBe(true);
        const [last] = await repairs.journal();
        if (last?.state === 'unfinished') {
          unfinished += 1;
          expect(await endsIn(work, n, fault, 'previewFinish', after), `call ${n}`).toBe(true);
          expect(await endsIn(work, n, fault, 'previewUndo', before), `call ${n}`).toBe(true);
        } else {
          // All or none (G15).
          const isDone = last?.kind === work && last.state === 'applied';
          expect(now, `call ${n}`).toEqual(isDone ? after : before);
        }
        if (kind === 'done: applied') expect(now).toEqual(after);
        if (kind === 'refused' && fault === 'fails') expect(now, `call ${n}`).toEqual(before);
      }
      expect(total).toBeGreaterThan(20);
      if (fault === 'crash') expect(unfinished).toBeGreaterThan(4);
    });
  });
});
