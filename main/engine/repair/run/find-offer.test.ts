import { describe, expect, it } from 'vitest';
import { defineFix, type FixPlan } from '../../model/fix.ts';
import { diagnoseInside } from '../../run/diagnose.ts';
import { planOf, tell } from '../fixes/parts/plan-of.ts';
import { BROKEN, call, CODE, offered, repairRig } from '../testing/repair-rig.ts';
import { findOffer } from './find-offer.ts';

/** A plan that depends on whether the server was asked. */
const asksServer = defineFix({
  name: 'asks-server',
  codes: ['F112'],
  isDestructive: false,
  plan: ({ target }) => [
    planOf({ about: 'it', title: target?.trace.length === 0 ? 'Not asked' : 'Asked' }),
  ],
});
const ONLINE = { target: null, offline: false };

async function rigOf(plan: Partial<FixPlan>) {
  const fix = defineFix({
    ...{ name: 'any', codes: ['F112'], isDestructive: false },
    plan: () => [planOf({ about: 'it', title: 'Do it', ...plan })],
  });
  const rig = repairRig({ fixes: [fix] });
  const id = await offered(rig, 'F112');
  const rules = await rig.options.loadRules();
  const { ports, tool } = rig.options;
  const request = { choice: { kind: 'everything' }, clients: null, offline: true } as const;
  const { report } = await diagnoseInside(
    { ...request, connectTo: [], ca: null, register: false },
    { ...rules, ports, tool, ...call() },
  );
  rig.changes.put(CODE, BROKEN.replace('"url"', '"type": "http", "url"'));
  return { rig, id, report };
}

describe('an offer looked for again', () => {
  it('is planned with what the server says, and compared with what this machine shows', async () => {
    const asked: string[] = [];
    const rig = repairRig({
      fixes: [asksServer],
      diagnose: (request, options) => {
        asked.push(`${request.offline ? 'here' : 'there'} ${request.choice.kind}`);
        return diagnoseInside(request, options);
      },
    });
    const id = await offered(rig, 'F112');
    asked.length = 0;
    const found = await findOffer(id, ONLINE, {}, call(), rig.options);
    expect(asked).toEqual(['here everything', 'there target']);
    expect([found.planned.plan.title, found.seen.plan.title]).toEqual(['Asked', 'Not asked']);
    expect(found.local).toBe(true);
  });

  it('E8 asks nobody where nobody may be asked', async () => {
    const rig = repairRig({ fixes: [asksServer] });
    const place = { ...ONLINE, offline: true };
    const found = await findOffer(await offered(rig, 'F112'), place, {}, call(), rig.options);
    expect(found.planned.plan.title).toBe('Not asked');
  });

  it('is found in the report that showed it, where a person does it', async () => {
    const { rig, id, report } = await rigOf({ operations: [tell('Do it.')] });
    const place = { ...ONLINE, offline: true, shown: report };
    expect((await findOffer(id, place, {}, call(), rig.options)).traced).toBe(true);
    const preview = await rig.repairs.preview(id, place, {}, call());
    expect(preview.checks).toEqual(['Trace the sign-in again afterwards.']);
  });

  it('G1 changes no file on the word of an old report', async () => {
    const edit = { kind: 'remove-value', file: CODE, pointer: '/theme' } as const;
    const { rig, id, report } = await rigOf({ operations: [edit] });
    const place = { ...ONLINE, offline: true, shown: report };
    const looking = findOffer(id, place, {}, call(), rig.options);
    await expect(looking).rejects.toMatchObject({ code: 'unknown-fix' });
  });
});
