import path from 'node:path';
import type { RunningPatient } from '../../../main/hospital/start-patient.ts';
import { followSignIn } from '../follow-sign-in.ts';
import type { RealClient, RealOutcome } from '../real-client.ts';
import { runProgram } from '../run-program.ts';

const NAME = 'judge';
const PAGE = /authorize:\s*\n?\s*(https?:\S+)/;
/** Said behind the line with the pasted address, which may hold anything. */
const OVER = /Authenticated|rror|ailed/;
const FAULT = /(?:rror|ailed|ncompatible|does not|HTTP|✘)[^\n]*/;

/** Claude Code in one version: adds the server, signs in by pasting the way back, looks again. */
export function claudeCode(version: string): RealClient {
  return {
    id: 'claude-code',
    version,
    packages: `@anthropic-ai/claude-code-linux-x64@${version}`,
    program: (folder) =>
      path.join(folder, 'node_modules/@anthropic-ai/claude-code-linux-x64/claude'),
    connect: (program, patient, home) => connect({ program, home, ca: patient.ca }, patient),
  };
}

/** Where a Claude Code runs, and with what it was told to trust. */
export interface CodePlace {
  readonly program: string;
  readonly home: string;
  readonly ca: string | null;
  /** The folder that it is started in; its home where not said. */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

async function connect(place: CodePlace, { url, requests }: RunningPatient): Promise<RealOutcome> {
  await say(place, ['mcp', 'add', '--transport', 'http', '-s', 'user', NAME, url]);
  const before = await state(place);
  if (before.connected) return { ...before, requests: requests.length };
  const login = await signIn(place);
  const seen = requests.length;
  const after = await state(place);
  const said = (FAULT.exec(behind(login))?.[0] ?? after.said)?.slice(0, 180) ?? null;
  return { connected: after.connected, said: after.connected ? null : said, requests: seen };
}

async function state(place: CodePlace): Promise<Omit<RealOutcome, 'requests'>> {
  const text = await say(place, ['mcp', 'list']);
  const line = text.split('\n').find((one) => one.startsWith(`${NAME}:`)) ?? '';
  const connected = line.includes('Connected');
  return { connected, said: connected ? null : line.replace(/^[^ ]+ +\S+ */, '').trim() };
}

/**
 * Signs Claude Code in. It wants a terminal, prints the address of the page and takes the address of the way back.
 */
export async function signIn(place: CodePlace, name = NAME): Promise<string> {
  let pasted = false;
  const command = `${quoted(place.program)} mcp login --no-browser ${quoted(name)}`;
  return runProgram({
    ...common(place),
    command: 'script',
    args: ['-qfec', command, '/dev/null'],
    limitMs: 40_000,
    onText: (all, { type, end }) => {
      const page = PAGE.exec(all)?.[1];
      if (page === undefined || pasted || !all.includes('paste')) return;
      pasted = true;
      // A page that leads nowhere is where its user would be left alone.
      void followSignIn(page).then((back) => (back === null ? end() : type(`${back}\r`)));
    },
    isOver: (all) => pasted && OVER.test(behind(all)),
  });
}

/** What stands behind the line that takes the pasted address. */
function behind(text: string): string {
  const at = text.lastIndexOf(PROMPT);
  return at < 0 ? text : text.slice(at).replace(/^.*/, '');
}
const PROMPT = 'paste the redirect URL';

/** What `claude` prints. */
export function say(place: CodePlace, args: readonly string[]): Promise<string> {
  return runProgram({ ...common(place), command: place.program, args, limitMs: 60_000 });
}

function common({ home, ca, cwd = home, env = {} }: CodePlace) {
  const all = {
    HOME: home,
    PATH: '/usr/bin:/bin',
    TERM: 'dumb',
    DISABLE_TELEMETRY: '1',
    DISABLE_AUTOUPDATER: '1',
    CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
    ...(ca === null ? {} : { NODE_EXTRA_CA_CERTS: path.join(home, 'ca.pem') }),
  };
  return { cwd, env: { ...all, ...env } };
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
