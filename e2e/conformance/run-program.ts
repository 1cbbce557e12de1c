import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface Ended {
  readonly code: number | null;
  /** What it printed, on both channels. */
  readonly text: string;
}

/** Runs a program to its end. A program that cannot be started ends without a code. */
export async function runProgram(
  program: string,
  args: readonly string[],
  options: {
    readonly cwd: string;
    readonly shell?: boolean;
    readonly env?: Readonly<Record<string, string | undefined>>;
  },
): Promise<Ended> {
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  const add = (chunk: Buffer) => void (text += chunk.toString());
  child.stdout.on('data', add);
  child.stderr.on('data', add);
  try {
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, text };
  } catch (error) {
    return { code: null, text: error instanceof Error ? error.message : String(error) };
  }
}
