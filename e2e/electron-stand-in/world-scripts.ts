import { randomUUID } from 'node:crypto';
import { createBridgeEnd } from './context-bridge.ts';
import { runPreload } from './preload-world.ts';

/** Name of the isolated world; Electron's is called so too (tutorial/context-isolation). */
export const PRELOAD_WORLD = 'Electron Isolated Context';
/** The function that Chromium adds to that world only, and the one that main calls in it. */
export const TELL = 'standInTell';
export const TAKE = 'standInTake';

export interface WorldScripts {
  /** For the world of the page; leaves nothing on `window`. */
  readonly page: string;
  /** For the isolated world. */
  readonly preload: string;
}

/**
 * The scripts of the two worlds of one window. They run at the start of every document and do
 * nothing in a frame: a preload runs in the main frame only unless nodeIntegrationInSubFrames is
 * set (structures/web-preferences), which the stand-in refuses.
 * @param preload text of the preload
 */
export function createWorldScripts(preload: string): WorldScripts {
  const up = randomUUID();
  const down = randomUUID();
  const end = (outgoing: string, incoming: string) =>
    `(${createBridgeEnd.toString()})('${outgoing}', '${incoming}')`;
  const inTopFrame = (code: string) => `if (window === window.top) { ${code} }`;
  return {
    page: inTopFrame(`${end(up, down)};`),
    preload: inTopFrame(
      `const tell = globalThis.${TELL};
      Object.defineProperty(globalThis, '${TAKE}', {
        value: (${runPreload.toString()})(${end(down, up)}, tell, (require, module) => {
          const exports = module.exports;
          ${preload}
        }),
      });`,
    ),
  };
}
