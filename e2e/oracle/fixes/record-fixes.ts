import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from '../../../build/build.ts';
import { builtCli } from '../../testing/built-cli.ts';
import { askClaudeCode } from './ask-client.ts';
import { FIX_CASES } from './fix-cases.ts';
import { runFixCase, type FixOutcome } from './run-fix-case.ts';

/** The file with what one version of Claude Code said before and after each fix. */
function fixRecordFile(version: string): string {
  return path.join(ROOT, 'e2e/oracle/fixes/recorded', `claude-code-${version}.json`);
}

/** What one version of Claude Code said when it was last asked, and what the fixes wrote. */
export async function fixRecords(version: string): Promise<readonly FixOutcome[]> {
  return JSON.parse(await readFile(fixRecordFile(version), 'utf8')) as FixOutcome[];
}

/**
 * Breaks every set-up, lets a real Claude Code fail, lets Unblank mend it, asks Claude Code again and
 * takes it back; and writes down what was said. What the fix wrote is recorded from a second run, into
 * whose files no client has written.
 * @param program the binary
 */
export async function recordFixes(program: string, version: string): Promise<void> {
  const cli = await builtCli();
  const outcomes: FixOutcome[] = [];
  try {
    for (const one of FIX_CASES) {
      const asked = await runFixCase(one, cli, askClaudeCode(program));
      const { changed, undone } = await runFixCase(one, cli, null);
      outcomes.push({ ...asked, changed, undone: undone && asked.undone });
      console.log(`claude-code ${version}  ${one.name}: ${asked.before} -> ${asked.after}`);
    }
  } finally {
    await cli.remove();
  }
  await mkdir(path.dirname(fixRecordFile(version)), { recursive: true });
  await writeFile(fixRecordFile(version), `${JSON.stringify(outcomes, null, 2)}\n`);
}
