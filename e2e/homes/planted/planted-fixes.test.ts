import { describe, expect, test } from 'vitest';
import { SYSTEMS, type System } from '../../../main/contract/words.ts';
import type { MachineEvidence } from '../../../main/engine/model/evidence.ts';
import type { EditOperation } from '../../../main/engine/model/operation.ts';
import { FIXES } from '../../../main/engine/repair/fixes/index.generated.ts';
import { PAGES } from '../../../main/engine/repair/pages.ts';
import { editsOf, filesOf } from '../../../main/engine/repair/plan/edits-of.ts';
import { scopeOf } from '../../../main/engine/repair/plan/scope-gate.ts';
import type { Diagnosis } from '../../../main/engine/run/diagnose.ts';
import { createSweep } from '../../sign-in/planted-secrets-sweep.ts';
import { everyPlan } from '../every-plan.ts';
import { withHome } from '../home.ts';
import { lookInside } from '../look-inside.ts';
import { plantedHome } from './planted-home.ts';

/** The modes that failure-modes.md marks as ones that can be repaired here, wholly or in part. */
const REPAIRABLE = [5, 8, 9, 11, 12, 26, 32, 34, 36, 40, 41, 44, 45, 46, 49, 50, 60, 65, 66, 69]
  .concat([70, 71, 72, 73, 74, 85, 86, 87, 88, 91, 92, 93, 94, 95, 96, 97, 98, 103, 110, 111, 112])
  .concat([113, 115, 117, 118, 119, 120, 122, 123, 124, 125, 126, 127, 129, 130, 131, 132, 133])
  .concat([134, 136])
  .map((one) => `F${String(one).padStart(2, '0')}`);
/** The modes that are nobody’s but the user’s. */
const YOURS = [61, 62, 67, 68, 99, 100, 101, 102, 116, 121, 128, 135].map((one) => `F${one}`);

test('every mode that can be repaired, or that is the user’s own, has a fix', () => {
  const codes = new Set<string>(FIXES.flatMap((one) => one.codes));
  expect([...REPAIRABLE, ...YOURS].filter((code) => !codes.has(code))).toEqual([]);
});

test('each fix has a name of its own, lower-case words with hyphens', () => {
  const names = FIXES.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z]+(?:-[a-z0-9]+)*$/);
});

test('C3: every page that can be opened is an https address of our table', () => {
  for (const { url } of Object.values(PAGES)) expect(new URL(url).protocol).toBe('https:');
});

function inPlantedHome<T>(os: System, work: (seen: Diagnosis) => T): Promise<T> {
  return withHome(plantedHome(os).home, async (written) => work(await lookInside(written, os)));
}

describe.each(SYSTEMS)('all plans for a home of %s in which a secret is everywhere', (os) => {
  test('A13, F9: not one of them holds 16 characters of a secret', async () => {
    const plans = await inPlantedHome(os, everyPlan);
    expect(plans.length).toBeGreaterThan(100);
    const sweep = createSweep(plantedHome(os).secrets);
    const leaks = plans.flatMap(({ fix, plan }) =>
      sweep.find(Buffer.from(JSON.stringify(plan))).map((one) => `${fix.name}: ${one}`),
    );
    expect([...new Set(leaks)]).toEqual([]);
  });

  test('I4: a command and its arguments are written by templates only', async () => {
    const plans = await inPlantedHome(os, everyPlan);
    const edits = plans.flatMap(({ plan }) => editsOf(plan.operations));
    expect(edits.filter(writesLaunch)).toEqual([]);
  });

  test('each edit is in a file that was read, or in Claude Code’s own settings', async () => {
    const foreign = await inPlantedHome(os, (seen) => {
      const known = filesRead(seen.machine);
      const edits = everyPlan(seen).flatMap(({ plan }) => editsOf(plan.operations));
      return edits
        .flatMap(filesOf)
        .filter(
          (file) =>
            !known.has(file) && !/[\\/](?:\.claude[\\/]settings|\.claude|\.mcp)\.json$/.test(file),
        );
    });
    expect(foreign).toEqual([]);
  });

  test('G16: what is in a managed file is closed with its reason', async () => {
    const open = await inPlantedHome(os, (seen) => {
      const managed = new Set(
        [...seen.machine.configs, ...seen.machine.settings]
          .filter((one) => one.scope === 'managed')
          .map(({ file }) => file),
      );
      return everyPlan(seen).filter(
        ({ plan }) =>
          plan.closed === null &&
          editsOf(plan.operations)
            .flatMap(filesOf)
            .some((file) => managed.has(file)),
      );
    });
    expect(open).toEqual([]);
  });

  test('G10: whoever rewrites the file must be quit', async () => {
    const plans = await inPlantedHome(os, everyPlan);
    for (const { plan } of plans) {
      const files = editsOf(plan.operations).flatMap(filesOf);
      const isDesktops = files.some((file) => /Claude[\\/]claude_desktop_config\.json$/.test(file));
      const isCodes = files.some((file) => file.endsWith('.claude.json'));
      const reads = plan.operations.some(({ kind }) => kind === 'copy-value');
      if (isDesktops && !reads) expect(plan.quits, plan.title).toContain('claude-desktop-stdio');
      if (isCodes) expect(plan.quits, plan.title).toContain('claude-code');
    }
  });

  test('what takes something away that is kept is closed where the gate is', async () => {
    const wrong = await inPlantedHome(os, (seen) =>
      everyPlan(seen).filter(
        ({ fix, plan, finding, target }) =>
          fix.isDestructive &&
          plan.closed === null &&
          !scopeOf({ finding, target, machine: seen.machine }).established,
      ),
    );
    expect(wrong).toEqual([]);
  });

  test('titles have nine words at most, and no text shouts, blames or promises', async () => {
    const plans = await inPlantedHome(os, everyPlan);
    for (const { plan } of plans) {
      const words = plan.title.replace(/“[^”]*”/g, 'X').split(/\s+/);
      expect(words.length, plan.title).toBeLessThanOrEqual(9);
      expect(plan.title).toMatch(/^[A-Z].*[^.!?]$/);
      const said = [
        plan.title,
        ...plan.leavesAlone,
        ...plan.operations.flatMap((one) => (one.kind === 'tell' ? one.text : [])),
      ];
      for (const text of said)
        expect(text).not.toMatch(
          /!|\b(?:simply|just|obviously|easy|easily|unfortunately|successfully|wrongly|fault of yours)\b/i,
        );
      for (const text of said.slice(1)) expect(text, plan.title).toMatch(/^[A-Z“a-z].*[.:]$/s);
    }
  });

  test('two plans of one fix for one finding are about two things', async () => {
    const plans = await inPlantedHome(os, everyPlan);
    const keys = plans.map(({ fix, plan, finding, target }) =>
      JSON.stringify([fix.name, finding.code, target?.id, plan.about]),
    );
    expect(keys.filter((one, at) => keys.indexOf(one) !== at)).toEqual([]);
  });
});

const TEMPLATES: ReadonlySet<string> = new Set([
  'launch',
  'header-to-variable',
  'add-argument',
  'path-first',
]);

function writesLaunch(edit: EditOperation): boolean {
  if (edit.kind === 'rename-key')
    return /^(?:command|args)$/.test(edit.to) || isLaunch(edit.pointer);
  if (edit.kind === 'change-value') return !TEMPLATES.has(edit.by.kind) && isLaunch(edit.pointer);
  return edit.kind === 'set-value' && isLaunch(edit.pointer);
}

function isLaunch(pointer: string): boolean {
  return /\/(?:command|args)(?:\/\d+)?$/.test(pointer);
}

function filesRead({ configs, settings, stores, logs }: MachineEvidence): ReadonlySet<string> {
  return new Set([
    ...[...configs, ...settings, ...logs].map(({ file }) => file),
    ...stores.signIns.flatMap(({ file, files = [] }) => [file, ...files]),
    ...[...stores.needsAuth, ...stores.locks].map(({ file }) => file),
  ]);
}
