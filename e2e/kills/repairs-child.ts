/** Applies a fix and takes it back until it is killed: `repairs-child.ts HOME`. */
import { createRepairsWork } from './repairs-work.ts';
import { runWork } from './run-work.ts';

const [home = ''] = process.argv.slice(2);
await runWork(() => createRepairsWork(home));
