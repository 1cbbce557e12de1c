/** Edits files until it is killed: `changes-child.ts HOME`. */
import { createChangesWork } from './changes-work.ts';
import { runWork } from './run-work.ts';

const [home = ''] = process.argv.slice(2);
await runWork(() => createChangesWork(home));
