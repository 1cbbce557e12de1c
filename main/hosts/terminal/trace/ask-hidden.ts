import { EMPTY_LINE, typeHidden, type HiddenLine } from './hidden-line.ts';

/** As much of stdin as is needed here. */
export interface Input {
  readonly isTTY?: boolean;
  setRawMode?(mode: boolean): unknown;
  setEncoding(encoding: 'utf8'): unknown;
  on(event: 'data' | 'end' | 'error', listener: (chunk: string) => void): unknown;
  removeListener(event: 'data' | 'end' | 'error', listener: (chunk: string) => void): unknown;
  resume(): unknown;
  pause(): unknown;
}

export interface AskOptions {
  readonly input: Input;
  /** Shows text to people; stderr. */
  readonly write: (text: string) => void;
  /** Ctrl-C was pressed: in raw mode the terminal does not send the signal itself. */
  readonly interrupt: () => void;
}

/**
 * Asks for lines that are not shown: on a terminal in raw mode (which also takes addresses longer
 * than the 4,096 characters of a terminal's own line), else line by line from what is piped in.
 * SECURITY: K3. Nothing is written where there is no terminal.
 * @returns a question; it answers null where the input has ended or the signal came
 */
export function createAskHidden(
  options: AskOptions,
): (question: string, signal: AbortSignal) => Promise<string | null> {
  const { input } = options;
  input.setEncoding('utf8');
  // The end may come between two questions; from then on nobody answers.
  const over = new AbortController();
  input.on('end', () => over.abort());
  input.on('error', () => over.abort());
  const until = (signal: AbortSignal) => AbortSignal.any([signal, over.signal]);
  if (input.isTTY) return (question, signal) => askTerminal(question, until(signal), options);
  const lines = new PipedLines(input);
  return (_, signal) => lines.next(signal, until(signal));
}

async function askTerminal(
  question: string,
  signal: AbortSignal,
  { input, write, interrupt }: AskOptions,
): Promise<string | null> {
  write(question);
  input.setRawMode?.(true);
  try {
    const line = await readUntil(input, signal, EMPTY_LINE, typeHidden, (one) => {
      if (one.state === 'interrupted') interrupt();
      return one.state !== 'typing';
    });
    const isEntered = line?.state === 'entered';
    write(isEntered ? `(${line.text.length} characters)\n` : '\n');
    return isEntered ? line.text : null;
  } finally {
    input.setRawMode?.(false);
  }
}

/** Lines of a pipe; what came behind a line waits for the next question. */
class PipedLines {
  readonly #input: Input;
  #rest = '';

  constructor(input: Input) {
    this.#input = input;
  }

  /** @param either the signal, or the end of the input */
  async next(signal: AbortSignal, either: AbortSignal): Promise<string | null> {
    if (!this.#rest.includes('\n')) await this.#fill(either);
    if (signal.aborted) return null;
    const at = this.#rest.indexOf('\n');
    const line = at < 0 ? this.#rest : this.#rest.slice(0, at);
    this.#rest = at < 0 ? '' : this.#rest.slice(at + 1);
    return at < 0 && line === '' ? null : line;
  }

  async #fill(signal: AbortSignal): Promise<void> {
    const add = (text: string, chunk: string): string => (this.#rest = text + chunk);
    await readUntil(this.#input, signal, this.#rest, add, (one) => one.includes('\n'));
  }
}

/** Folds what comes in until it is enough. @returns null where the signal came first */
function readUntil<T extends HiddenLine | string>(
  input: Input,
  signal: AbortSignal,
  start: T,
  step: (value: T, chunk: string) => T,
  isEnough: (value: T) => boolean,
): Promise<T | null> {
  if (signal.aborted) return Promise.resolve(null);
  return new Promise((resolve) => {
    let value = start;
    const end = (result: T | null): void => {
      input.removeListener('data', take);
      signal.removeEventListener('abort', cancel);
      // So that a program with nothing else to do can end.
      input.pause();
      resolve(result);
    };
    const cancel = (): void => end(null);
    const take = (chunk: string): void => {
      value = step(value, chunk);
      if (isEnough(value)) end(value);
    };
    input.on('data', take);
    signal.addEventListener('abort', cancel, { once: true });
    input.resume();
  });
}
