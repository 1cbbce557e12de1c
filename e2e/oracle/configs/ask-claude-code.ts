import { runProgram } from '../run-program.ts';
import { readAnswer, type ConfigAnswer } from './config-answer.ts';
import { isManaged, type ConfigCase } from './config-case.ts';
import { withConfig, type LaidOut } from './with-config.ts';

/**
 * Puts a folder in the place of /etc/claude-code, in a name space of its own: the rest of /etc is a
 * copy of what a program needs, in memory.
 */
const WITH_MANAGED = `set -e
etc=$(mktemp -d); mount -t tmpfs none "$etc"
cp /etc/hosts /etc/passwd /etc/group /etc/nsswitch.conf "$etc"
mkdir "$etc/claude-code"; cp "$1"/* "$etc/claude-code"; mount --bind "$etc" /etc
cd "$2"; shift 2; exec "$@"`;

const LIMIT_MS = 60_000;

/**
 * Asks a real Claude Code what it makes of a configuration.
 * @param program the binary
 * @param one the configuration
 */
export function askClaudeCode(program: string, one: ConfigCase): Promise<ConfigAnswer> {
  return withConfig(one, async (laidOut) => {
    const { home, project, open, guarded } = laidOut;
    const say = (...args: string[]) => ask(program, args, laidOut, isManaged(one));
    const list = await say('mcp', 'list');
    const get = await say('mcp', 'get', one.name === 'name with a space' ? 'acme tools' : 'acme');
    const asked = Object.entries({ open, guarded }).filter(([, it]) => it.requests.length > 0);
    const renaming = [
      [open.url, '{open}'],
      [guarded.url, '{guarded}'],
      [project, '{project}'],
      [home, '~'],
    ] as const;
    return {
      name: one.name,
      ...readAnswer(list, get, renaming),
      asked: asked.map(([name]) => name),
    };
  });
}

function ask(
  program: string,
  args: readonly string[],
  { home, project, managed, env }: LaidOut,
  outsideHome: boolean,
): Promise<string> {
  const common = { cwd: project, env: { ...QUIET, HOME: home, ...env }, limitMs: LIMIT_MS };
  if (!outsideHome) return runProgram({ ...common, command: program, args });
  const inside = ['-m', 'sh', '-c', WITH_MANAGED, 'sh', managed, project, program, ...args];
  return runProgram({ ...common, command: '/usr/bin/unshare', args: inside });
}

const QUIET = {
  PATH: '/usr/bin:/bin:/usr/sbin:/sbin',
  TERM: 'dumb',
  DISABLE_TELEMETRY: '1',
  DISABLE_AUTOUPDATER: '1',
  CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
};
