import type { Chromium } from './chromium.ts';

/** What the stand-in tells the test process that started it. */
export type Told =
  | { readonly kind: 'shown'; readonly port: number }
  | { readonly kind: 'opened'; readonly url: string }
  | { readonly kind: 'error-box'; readonly title: string; readonly content: string };

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
