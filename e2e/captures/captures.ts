/**
 * `npm run captures [FOLDER]`: lays recordings of real clients out as homes, diagnoses them offline
 * and writes docs/local-evidence.md. With a folder (or UNBLANK_CAPTURES) of whole recordings, which
 * hold text of others and are not in this repository, the reduced ones are made anew and held
 * against them; without one the reduced ones are examined. Exits 1 where the two lead elsewhere, or
 * a fault was missed.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../build/build.ts';
import { evidenceText } from './evidence-text.ts';
import { judgeCaptures } from './judge-captures.ts';
import { readCaptures } from './read-captures.ts';
import { reduceCapture } from './reduce-capture.ts';
import { reducedCaptures, writeReduced } from './reduced-captures.ts';

const FILE = path.join(ROOT, 'docs', 'local-evidence.md');

async function main(folder: string | undefined): Promise<number> {
  const whole = folder === undefined ? null : await fromFolder(folder);
  const text = evidenceText(await judgeCaptures(reducedCaptures()));
  writeFileSync(FILE, text);
  console.log(`Wrote ${path.relative(ROOT, FILE)}.`);
  if (whole !== null && whole !== text) {
    console.error('The whole recordings lead elsewhere than the reduced ones:');
    console.error(differingLines(whole, text).join('\n'));
    return 1;
  }
  return /\*\*(?:missed|false alarm)\*\*/.test(text) ? 1 : 0;
}

/** Makes the reduced recordings anew. @returns the page that the whole ones lead to, or null */
async function fromFolder(folder: string): Promise<string | null> {
  const captures = existsSync(folder) ? readCaptures(folder) : [];
  if (captures.length === 0) {
    console.log(`There are no recordings in ${folder}; the reduced ones are examined.`);
    return null;
  }
  mkdirSync(path.join(ROOT, 'e2e', 'captures', 'reduced'), { recursive: true });
  writeReduced(captures.map(reduceCapture));
  console.log(`Read ${captures.length} recordings, and wrote them in reduced form.`);
  return evidenceText(await judgeCaptures(captures));
}

function differingLines(one: string, two: string): readonly string[] {
  const others = new Set(two.split('\n'));
  return one.split('\n').filter((line) => !others.has(line));
}

const given = process.argv[2] ?? process.env['UNBLANK_CAPTURES'];
if (given === undefined)
  console.log(
    'No folder of recordings is given (UNBLANK_CAPTURES); the reduced ones are examined.',
  );
process.exitCode = await main(given);
