/**
 * The command line's entry. Nothing is imported here but what `--version` needs; everything else is
 * loaded when a command runs, so that starting costs little more than starting Node.
 */
import { version } from '../../../package.json';

const VERSION = new Set(['--version', '-v', '-V']);

if (VERSION.has(process.argv[2] ?? '')) process.stdout.write(`unblank ${version}\n`);
else void import('./run.ts').then(({ run }) => run(process.argv.slice(2)));
