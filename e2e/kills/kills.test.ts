import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { withBuiltChild } from './built-child.ts';
import { isSame, loggedSteps, stateAfter, stateOf } from './changes-work.ts';
import { BROKEN, configFile, configNow, MENDED } from './repairs-work.ts';
import { killMany } from './kill-many.ts';
import { leftOver } from './left-over.ts';

/** As many as issue 6 asks for; `UNBLANK_KILLS=50 npx vitest run e2e/kills` is a first look. */
const KILLS = Number(process.env.UNBLANK_KILLS ?? 1000);
const SEED = Number(process.env.UNBLANK_SEED ?? 1);

function prepare(home: string): void {
  mkdirSync(home);
  const state = stateAfter(0);
  for (const [name, text] of Object.entries(state))
    if (text !== null) writeFileSync(path.join(home, name), text);
  symlinkSync('target.json', path.join(home, 'link.json'));
}

test(`G6, G17, G18: after ${KILLS} kills at random moments every file is the old or the new one`, async () => {
  const figures = await withBuiltChild('changes-child', async (file, folder) => {
    const home = path.join(folder, 'home');
    prepare(home);
    let [inTheMiddle, withTemp] = [0, 0];
    const judge = (done: number | null): readonly string[] => {
      const now = stateOf(home);
      const last = done ?? 0;
      const logged = loggedSteps(home).at(-1) ?? 0;
      if (leftOver(home).some((name) => name.endsWith('.tmp'))) withTemp += 1;
      if (logged !== last) inTheMiddle += 1;
      const isWhole = isSame(now, stateAfter(last)) || isSame(now, stateAfter(last + 1));
      return [
        ...(isWhole ? [] : ['neither the old nor the new state is there']),
        ...(logged === last || logged === last + 1 ? [] : [`the log ends at ${logged}`]),
      ];
    };
    const run = { file, args: [home], kills: KILLS, seed: SEED, upToMs: 40, judge };
    return { ...(await killMany(run)), inTheMiddle, withTemp };
  });
  console.info(JSON.stringify(figures));
  expect(figures.problems).toEqual([]);
  expect(figures.inTheMiddle).toBeGreaterThan(KILLS / 20);
}, 300_000);

/** A start and a step are a whole diagnosis each: fewer kills take as long. */
const REPAIR_KILLS = Math.ceil(KILLS / 8);

test(`G12, G18: after ${REPAIR_KILLS} kills of a repair the file, its backup and the journal are whole`, async () => {
  const figures = await withBuiltChild('repairs-child', async (file, folder) => {
    const home = path.join(folder, 'home');
    mkdirSync(home);
    writeFileSync(configFile(home), BROKEN, { mode: 0o600 });
    const judge = () =>
      [BROKEN, MENDED].includes(configNow(home) ?? '') ? [] : ['neither the old nor the new file'];
    return killMany({ file, args: [home], kills: REPAIR_KILLS, seed: SEED, upToMs: 250, judge });
  });
  console.info(JSON.stringify(figures));
  expect(figures.problems).toEqual([]);
  expect(figures.steps).toBeGreaterThan(REPAIR_KILLS / 4);
}, 300_000);
