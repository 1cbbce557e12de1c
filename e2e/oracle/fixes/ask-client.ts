import { readdir, readlink, realpath } from 'node:fs/promises';
import { say, signIn, type CodePlace } from '../clients/claude-code.ts';
import type { Ask } from './run-fix-case.ts';

/**
 * Asks a real Claude Code what it makes of a server; where the set-up wants it, it signs in before.
 * @param program the binary
 * @returns its own words for the server, `not listed` where it does not know it
 */
export function askClaudeCode(program: string): NonNullable<Ask> {
  return async (one, { home, project, env }, server) => {
    const place: CodePlace = { program, home, ca: null, cwd: project, env };
    const first = await wordsFor(server, place);
    if (one.judge !== 'login' || !first.includes('Needs authentication')) return first;
    await signIn(place, server);
    await closed(program);
    return wordsFor(server, place);
  };
}

/** Closes its terminal, in which it stays: as long as it runs, its files are not changed (G10). */
async function closed(program: string): Promise<void> {
  for (let pids = await pidsOf(program); pids.length > 0; pids = await pidsOf(program)) {
    for (const pid of pids) process.kill(pid, 'SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function pidsOf(program: string): Promise<readonly number[]> {
  const own = await realpath(program);
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const programs = await Promise.all(
    pids.map((pid) => readlink(`/proc/${pid}/exe`).catch(() => '')),
  );
  return pids.filter((_, at) => programs[at] === own).map(Number);
}

async function wordsFor(server: string, place: CodePlace): Promise<string> {
  const text = await say(place, ['mcp', 'list']);
  const line = text.split('\n').find((it) => it.startsWith(`${server}: `));
  return line?.replace(/^.* - /u, '').trim() ?? 'not listed';
}
