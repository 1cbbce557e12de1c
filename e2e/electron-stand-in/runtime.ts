import type { Chromium } from './chromium.ts';

/** What the stand-in tells the test process that started it. */
export type Told =
  | { readonly kind: 'shown'; readonly port: number }
  | { readonly kind: 'opened'; readonly url: string }
  | { readonly kind: 'error-box'; readonly title: string; readonly content: string }
  /** A dialog that waits for the answer of the test, which names it. */
  | { readonly kind: 'asked'; readonly id: number; readonly dialog: AskedDialog };

/** What a dialog shows. */
export type AskedDialog =
  | {
      readonly kind: 'message-box';
      readonly message: string;
      readonly detail: string;
      readonly buttons: readonly string[];
      readonly defaultId: number;
      readonly cancelId: number;
    }
  | { readonly kind: 'save'; readonly defaultPath: string };

/** The test's answer: the index of a button, or the path that was chosen; null closes the dialog. */
export interface Answer {
  readonly answers: number;
  readonly value: number | string | null;
}

let dialogs = 0;

/** Tells the test of a dialog and waits for its answer. */
export function askTest(dialog: AskedDialog): Promise<Answer['value']> {
  const id = (dialogs += 1);
  return new Promise((resolve) => {
    const onMessage = (message: unknown): void => {
      const answer = message as Partial<Answer>;
      if (answer.answers !== id) return;
      process.off('message', onMessage);
      resolve(answer.value ?? null);
    };
    process.on('message', onMessage);
    tell({ kind: 'asked', id, dialog });
  });
}

/** @param told sent over the channel of child_process.fork; on stderr where there is none */
export function tell(told: Told): void {
  if (process.send !== undefined) process.send(told);
  else process.stderr.write(`electron stand-in: ${JSON.stringify(told)}\n`);
}

let resolveChromium: (chromium: Chromium) => void = () => {};

/** Resolves once the browser runs: `app` starts it before it emits ready. */
export const chromium = new Promise<Chromium>((resolve) => {
  resolveChromium = resolve;
});

/** @param started the browser that everything uses from now on */
export function setChromium(started: Chromium): void {
  resolveChromium(started);
}
