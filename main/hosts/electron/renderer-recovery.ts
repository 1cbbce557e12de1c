import type { RenderProcessGoneDetails, WebContents } from 'electron';
import type { FaultLog } from './fault-log.ts';

export interface RecoveryOptions {
  readonly log: FaultLog;
  /** Shows a native message and returns when it was read. */
  readonly show: (title: string, text: string) => void;
  readonly quit: () => void;
}

const TITLE = 'Unblank lost its window';

/**
 * Brings a broken page back: once by itself, because a crash is mostly chance and a fresh page
 * forgets nothing of value; the second time people are told, because then it is not chance.
 * SECURITY: A12. Nothing is written by a window, so nothing can be half written.
 * @param contents the contents of our window
 * @param options how to log, show and end
 */
export function recoverRenderer(contents: WebContents, options: RecoveryOptions): void {
  let reloaded = false;
  contents.on('render-process-gone', (_event, { reason, exitCode }: RenderProcessGoneDetails) => {
    if (reason === 'clean-exit') return;
    const reference = options.log.fault(`the window's process ended: ${reason}, code ${exitCode}`);
    if (reloaded) return giveUp(reference, options);
    reloaded = true;
    contents.reload();
  });
  contents.on('preload-error', (_event, _path, error) => {
    giveUp(options.log.fault(error), options);
  });
  contents.on('unresponsive', () => options.log.note('the window does not respond'));
}

function giveUp(reference: string, options: RecoveryOptions): void {
  options.show(
    TITLE,
    `Its page broke and could not be brought back (reference ${reference}). Nothing of yours was changed. Start Unblank again; if it happens again, please report it with the reference.`,
  );
  options.quit();
}
