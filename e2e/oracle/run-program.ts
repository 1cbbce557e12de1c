import { spawn } from 'node:child_process';

export interface ProgramOptions {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly limitMs: number;
  /** Called with everything that was printed so far. */
  readonly onText?: (text: string, hands: Hands) => void;
  /** Ends the program as soon as what it printed says that there is nothing to wait for. */
  readonly isOver?: (text: string) => boolean;
}

/** What can be done to a running program. */
export interface Hands {
  readonly type: (line: string) => void;
  readonly end: () => void;
}

/** Runs a program in an environment of its own, and gives what it printed without its colours. */
export function runProgram(options: ProgramOptions): Promise<string> {
  const { command, args, env, cwd } = options;
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio: 'pipe', detached: true });
    let text = '';
    const end = () => {
      clearTimeout(timer);
      try {
        process.kill(-(child.pid ?? 0), 'SIGKILL');
      } catch {
        // It has ended by itself.
      }
      resolve(plain(text));
    };
    const timer = setTimeout(end, options.limitMs);
    const take = (chunk: Buffer) => {
      text += chunk.toString();
      options.onText?.(plain(text), { type: (line) => void child.stdin.write(line), end });
      if (options.isOver?.(plain(text))) end();
    };
    child.stdin.on('error', () => undefined);
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('error', end);
    child.once('close', end);
  });
}

const ESCAPES = /\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)|\u001b\[[0-9;?]*[a-zA-Z]|\r/gu;

function plain(text: string): string {
  return text.replace(ESCAPES, '');
}
