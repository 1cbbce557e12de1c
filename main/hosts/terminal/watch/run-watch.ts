import type { WatchOutcome } from '../../../contract/watch.ts';
import { RULES } from '../../../engine/run/rules.ts';
import { isoTime } from '../../../engine/run/iso-time.ts';
import type { Watch, WatchResult } from '../../../engine/watch/watch-request.ts';
import { watchedTarget } from '../../../engine/watch/watched-target.ts';
import { createNodePorts } from '../../../platform/node-ports.ts';
import { TOOL } from '../../../platform/tool.ts';
import { EXIT } from '../exit-codes.ts';
import { interruptible } from '../interruptible.ts';
import { chooseTargets, readPlace } from '../options/read-options.ts';
import { terminalStyle } from '../report/terminal-style.ts';
import { watchLine } from './watch-line.ts';
import type { WatchCliOptions } from './watch-options.ts';
import { watchText } from './watch-text.ts';

/** What the command is made of; a test gives its own. */
export interface WatchHostParts {
  readonly watch: Watch;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly env: Readonly<Record<string, string | undefined>>;
}

const EXIT_OF: Readonly<Record<WatchOutcome, number>> = {
  connected: EXIT.ok,
  'needs-sign-in': EXIT.findings,
  failed: EXIT.findings,
  stopped: EXIT.incomplete,
};

/**
 * `unblank watch`: what happens goes to stderr as it happens, how it ended to stdout (K2). Ctrl-C
 * ends it and still says what was seen.
 * @param target URL or name of one server; undefined for every server
 * @returns the exit code
 * @throws AppError for bad addresses, names and options
 */
export async function runWatch(
  target: string | undefined,
  options: WatchCliOptions,
  parts: WatchHostParts,
): Promise<number> {
  const { stdout, stderr, env } = parts;
  const result = await watchHere(target, options, parts);
  const isTold = Boolean(stdout.isTTY && stderr.isTTY);
  const text = options.json
    ? `${JSON.stringify(watchDocument(result), null, 2)}\n`
    : watchText(result, terminalStyle(stdout, env), isTold);
  stdout.write(isTold && !options.json ? `\n${text}` : text);
  return EXIT_OF[result.end.outcome];
}

async function watchHere(
  target: string | undefined,
  options: WatchCliOptions,
  { watch, stderr, env }: WatchHostParts,
): Promise<WatchResult> {
  const style = terminalStyle(stderr, env);
  const choice = chooseTargets(target === undefined ? [] : [target]);
  const ports = createNodePorts(await readPlace(options));
  const until = options.untilStopped ? 'stopped' : 'first-end';
  return interruptible(async (signal) =>
    watch(
      { target: await watchedTarget(choice, ports, signal), until },
      {
        ports,
        modes: RULES.modes,
        signal,
        onNews: (news) => void stderr.write(`${watchLine(news, style)}\n`),
      },
    ),
  );
}

/** The one document of `--json`: how it ended, and everything that was told. */
function watchDocument({ startedAt, durationMs, files, end, news }: WatchResult) {
  const head = { schema: 'unblank.watch/1', tool: TOOL, startedAt: isoTime(startedAt) };
  return { ...head, durationMs, files, ...end, news };
}
