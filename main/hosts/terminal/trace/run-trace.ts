import { AppError } from '../../../contract/errors.ts';
import type { Report } from '../../../contract/report.ts';
import type { Rules } from '../../../engine/model/rules.ts';
import type { Ports } from '../../../engine/ports.ts';
import { vendorMail } from '../../../engine/report/vendor-report.ts';
import { RULES } from '../../../engine/run/rules.ts';
import type { TraceOptions, TraceRequest, TraceResult } from '../../../engine/run/trace-request.ts';
import type { SignInPorts } from '../../../engine/sign-in-ports.ts';
import { createNodePorts } from '../../../platform/node-ports.ts';
import { TOOL } from '../../../platform/tool.ts';
import type { AskHidden } from '../../shared/sign-in/paste-way.ts';
import { writeReport } from '../check/write-report.ts';
import { interruptible } from '../interruptible.ts';
import { chooseTargets, readNetwork, readPlace, readTextFile } from '../options/read-options.ts';
import type { TerminalStyle } from '../report/terminal-style.ts';
import { chooseWay, type Surroundings } from './choose-way.ts';
import { traceExitCode } from './exit-code.ts';
import { LiveTrace } from './live-trace.ts';
import { readClient } from './read-secret.ts';
import type { TraceCliOptions } from './trace-options.ts';
import { traceText } from './trace-text.ts';
import { writeOutput } from '../write-output.ts';

/** How a sign-in speaks with the person at this terminal. */
export interface SignInTerminal {
  readonly ports: Ports;
  readonly ask: AskHidden;
  readonly say: (text: string) => void;
  /** SECURITY: K3. False where there is no terminal, and for a copied profile. */
  readonly mayUseKeychain: boolean;
}

/** What the command is made of; a test gives its own. */
export interface TraceParts {
  readonly trace: (request: TraceRequest, options: TraceOptions) => Promise<TraceResult>;
  readonly replay: (text: string, rules: Rules) => Report;
  readonly createSignIn: (terminal: SignInTerminal) => SignInPorts;
  readonly around: Surroundings;
  readonly ask: AskHidden;
  readonly env: Record<string, string | undefined>;
  readonly stderr: NodeJS.WriteStream;
  readonly style: TerminalStyle;
}

/**
 * `unblank trace`: the whole sign-in of one server as a client would make it, or a saved one judged
 * again.
 * @returns the exit code
 * @throws AppError for bad addresses, names and options, and for what keeps the sign-in from starting
 */
export async function runTrace(
  target: string | undefined,
  options: TraceCliOptions,
  parts: TraceParts,
): Promise<number> {
  const { report, saved } =
    options.replay === undefined
      ? await traceNow(target, options, parts)
      : await judgeAgain(target, options.replay, options, parts);
  const replayed = options.replay !== undefined;
  const isSeen = parts.stderr.isTTY && process.stdout.isTTY && options.output === undefined;
  const drawn = isSeen && !replayed;
  await writeReport(report, {
    format: options.json ? 'json' : 'text',
    output: options.output ?? null,
    render: (one, style) => shownText(one, style, { saved, replayed, drawn }, options),
  });
  return traceExitCode(report, options.failOn);
}

/** The mail to the vendor where it was asked for and there is something to tell; else the trace. */
function shownText(
  report: Report,
  style: TerminalStyle,
  how: Parameters<typeof traceText>[2],
  { vendorMail: asked }: TraceCliOptions,
): string {
  if (asked === undefined) return traceText(report, style, how);
  const { text, why } = vendorMail(report, asked === true ? null : asked);
  return text ?? `No mail to the vendor yet: ${why}\n\n${traceText(report, style, how)}`;
}

interface Traced {
  readonly report: Report;
  /** The file it was saved in, or null. */
  readonly saved: string | null;
}

async function judgeAgain(
  target: string | undefined,
  file: string,
  { save }: TraceCliOptions,
  { replay }: TraceParts,
): Promise<Traced> {
  if (target !== undefined || save !== undefined)
    throw bad('--replay judges a saved trace; leave the server and --save out.');
  return { report: replay(await readTextFile(file), RULES), saved: null };
}

async function traceNow(
  target: string | undefined,
  options: TraceCliOptions,
  parts: TraceParts,
): Promise<Traced> {
  const live = new LiveTrace(parts.stderr, parts.style);
  const request = await readRequest(target, options, parts);
  const ports = createNodePorts(await readPlace(options));
  const ask: AskHidden = (question, signal) => live.alone(() => parts.ask(question, signal));
  const mayUseKeychain = parts.around.terminal && options.home === undefined;
  const signIn = parts.createSignIn({ ports, ask, say: live.say, mayUseKeychain });
  const more = { ports, signIn, ...RULES, tool: TOOL, onNews: live.onNews };
  try {
    const result = await interruptible(
      (signal) => parts.trace(request, { ...more, signal, onProgress: () => undefined }),
      () => parts.around.terminal && live.say(STOPPING),
    );
    const saved = options.save ?? null;
    if (saved !== null) await writeOutput(saved, `${JSON.stringify(result.file, null, 2)}\n`);
    return { report: result.report, saved };
  } finally {
    live.end();
  }
}

const STOPPING =
  'Stopping: what was registered and issued for this trace is taken back where the server lets us. Ctrl-C once more leaves at once.';

/** @throws AppError `bad-option`, `bad-address`, `file-unreadable` */
async function readRequest(
  target: string | undefined,
  options: TraceCliOptions,
  { around, ask, env }: TraceParts,
): Promise<TraceRequest> {
  if (target === undefined) throw bad('Name one server: its URL, or the name of a configured one.');
  const way = chooseWay(options, around);
  // SECURITY: K3. Never a keychain where there is no terminal.
  if (options.keep && !around.terminal)
    throw bad('--keep stores tokens in the keychain, which needs a terminal.');
  const never = new AbortController().signal;
  const askSecret = around.terminal ? (question: string) => ask(question, never) : null;
  return {
    choice: chooseTargets([target]),
    as: options.as,
    way,
    headless: options.headless ?? false,
    keep: options.keep ?? false,
    thorough: options.thorough ?? false,
    client: await readClient(options, { env, ask: askSecret }),
    scope: options.scope ?? null,
    ...(await readNetwork(options)),
  };
}

function bad(reason: string): AppError {
  return new AppError('bad-option', { reason });
}
