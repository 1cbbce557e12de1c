import { describe, expect, it } from 'vitest';
import { defineFix, type Fix } from '../../model/fix.ts';
import { readOverview } from '../../app/overview.ts';
import { diagnose } from '../../run/diagnose.ts';
import { planOf, tell } from '../fixes/parts/plan-of.ts';
import { call, CODE, repairRig, BROKEN } from '../testing/repair-rig.ts';
import { isUndoable } from './edits-of.ts';
import { offerId } from './offer-id.ts';
import { goodAnswers, missingAnswers } from './answers.ts';

function fixOf(name: string, plan: Fix['plan']): Fix {
  return defineFix({ name, codes: ['F112'], isDestructive: false, plan });
}

const breaks = fixOf('breaks', () => {
  throw new Error('no plan for this');
});
const works = fixOf('works', ({ finding }) => [
  planOf({ about: finding.code, title: 'Do it', operations: [tell('Do it.')] }),
  planOf({ about: finding.code, title: 'The same again' }),
]);

const TREE: Readonly<Record<string, string>> = { [CODE]: BROKEN };

async function reportWith(fixes: readonly Fix[], tree = TREE) {
  const { options } = repairRig({ fixes, tree });
  const { ports, tool, loadRules } = options;
  const place = { choice: { kind: 'everything' }, clients: null, offline: true } as const;
  const request = { ...place, connectTo: [], ca: null, register: false };
  return diagnose(request, { ...(await loadRules()), ports, tool, ...call() });
}

describe('offers in a report', () => {
  it('L2 a fix that throws is left out and named, and the others stand', async () => {
    const report = await reportWith([breaks, works]);
    const [finding] = report.targets[0]!.findings.filter(({ code }) => code === 'F112');
    expect(finding?.fixes.map(({ title }) => title)).toEqual(['Do it']);
    const named = report.notExamined.filter(({ what }) => what.includes('breaks'));
    expect(named).toEqual([
      {
        what: 'What can be done about F112 (breaks)',
        why: 'Could not plan it: Error: no plan for this.',
      },
    ]);
  });

  it('have the same id in every run and another for another server', async () => {
    const two = BROKEN.replace(
      '"acme": {',
      '"other": { "url": "https://b.dev/mcp" },\n    "acme": {',
    );
    const ids = async (tree: Record<string, string>) =>
      (await reportWith([works], tree)).targets.flatMap(({ findings }) =>
        findings.flatMap(({ fixes }) => fixes.map(({ id }) => id)),
      );
    const [first] = await ids({ [CODE]: BROKEN });
    const both = await ids({ [CODE]: two });
    expect(first).toMatch(/^works-[0-9a-f]{8}$/);
    expect(both).toContain(first);
    expect(new Set(both).size).toBe(2);
  });

  it('have the same id in the overview as in a check', async () => {
    const { options } = repairRig({ fixes: [works] });
    const { signal } = call();
    const overview = await readOverview(options.ports, await options.loadRules(), signal);
    const shown = overview.findings.flatMap(({ fixes }) => fixes);
    const checked = (await reportWith([works])).targets[0]!.findings.flatMap(({ fixes }) => fixes);
    expect(shown).toHaveLength(1);
    expect(shown).toEqual(checked);
  });

  it('differ by code, server and place', () => {
    const ids = [
      offerId('a', 'F1', 'x', 'y'),
      offerId('a', 'F2', 'x', 'y'),
      offerId('a', 'F1', null, 'y'),
      offerId('a', 'F1', 'x', 'z'),
      offerId('a', 'F1', 'xy', ''),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('promise undo only where everything comes back', () => {
    const removes = (backup: boolean) =>
      planOf({ about: '', title: '', operations: [{ kind: 'remove-file', file: 'x', backup }] });
    expect(isUndoable(removes(true))).toBe(true);
    expect(isUndoable(removes(false))).toBe(false);
    expect(isUndoable(planOf({ about: '', title: '', risk: 'lost-for-good' }))).toBe(false);
    expect(isUndoable(planOf({ about: '', title: '', automation: 'instructions' }))).toBe(false);
  });
});

describe('B7 answers', () => {
  const ask = (kind: 'choice' | 'client-id' | 'name' | 'number' | 'file') => ({
    ...{ id: 'it', label: 'It', help: 'Say it.', kind },
    options: [{ id: 'a', label: 'A' }],
  });

  it.each([
    ['choice', 'a', ['b', '', 'toString']],
    ['client-id', 'https://a.example/client', ['with space', 'line\nfeed', '', 'x'.repeat(513)]],
    ['name', 'my server', ['../up', ' x', 'a\u202eb', '$(x)', '']],
    ['number', '8080', ['-1', '1e3', '12345678901', '']],
    ['file', '/home/ada/ca.pem', ['', 'a\u0000b', '/home/\u202eada']],
  ] as const)('%s', (kind, good, bad) => {
    expect(goodAnswers([ask(kind)], { it: good, other: 'x' })).toEqual({ it: good });
    for (const it of bad) {
      expect(goodAnswers([ask(kind)], { it })).toEqual({});
      expect(missingAnswers([ask(kind)], { it })[0]?.why).toContain('cannot be that');
    }
    expect(missingAnswers([ask(kind)], {})[0]?.why).toContain('not answered');
  });
});
