import { spawn } from 'node:child_process';

export interface Ended {
  readonly code: number | null;
  readonly ms: number;
  readonly stdout: string;
  /** Largest resident set in MiB, where the program was asked to tell it. */
  readonly peakMb: number | null;
}

/** Says at its end how much memory a Node program took at most. */
const TELL =
  'data:text/javascript,process.on("exit",()=>console.error("peak="+process.resourceUsage().maxRSS))';

/** Runs Node with some arguments; the output is read, so that writing it is part of the time. */
export function runNode(args: readonly string[], env = process.env): Promise<Ended> {
  return run(process.execPath, args, env);
}

/** The same, and how much memory it took. */
export function runNodeTold(args: readonly string[]): Promise<Ended> {
  return run(process.execPath, ['--import', TELL, ...args], process.env);
}

/** Runs a program to its end. */
export function run(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<Ended> {
  const started = performance.now();
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      const peak = /peak=(\d+)/.exec(stderr)?.[1];
      const peakMb = peak === undefined ? null : Number(peak) / 1024;
      resolve({ code, ms: performance.now() - started, stdout, peakMb });
    });
  });
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

export function line(what: string, figure: string, aim: string): void {
  console.log(`${what.padEnd(52)}${figure.padStart(12)}   aim ${aim}`);
}
