/**
 * Another process that wants a lock: `lock-child.ts FOLDER hold|exit|count [FILE TIMES]`.
 * hold: takes it, says so, and keeps it until it is killed. exit: takes it and ends without
 * releasing it. count: raises a number in a file, as often as asked, each time under the lock.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createLocks } from '../create-locks.ts';

const [folder = '', task = '', file = '', times = '0'] = process.argv.slice(2);
const locks = createLocks({ folder });

async function count(): Promise<void> {
  for (let round = 0; round < Number(times); round += 1) {
    const release = await locks.hold('shared', 30_000);
    const before = Number(readFileSync(file, 'utf8'));
    // Others get a turn in the middle of it, as they would while a refresh is on its way.
    await new Promise((resolve) => setImmediate(resolve));
    writeFileSync(file, String(before + 1));
    await release?.();
  }
}

async function hold(): Promise<void> {
  const release = await locks.hold('shared', 30_000);
  process.stdout.write(release === null ? 'refused\n' : 'held\n');
  if (task === 'exit') process.exit(0);
  process.stdin.resume();
}

await (task === 'count' ? count() : hold());
