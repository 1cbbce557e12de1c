/** What the host writes for whoever reads its stderr: one event per line (safety H13). */
export interface FaultLog {
  /** Something refused or recovered. */
  readonly note: (text: string) => void;
  /** A bug. Returns the reference that people are shown (safety B6, L3). */
  readonly fault: (error: unknown) => string;
}

/**
 * @param write takes one whole line
 * @param newReference a short text that is new every time
 */
export function createFaultLog(
  write: (line: string) => void,
  newReference: () => string,
): FaultLog {
  return {
    note: (text) => write(`unblank: ${oneLine(text)}\n`),
    fault: (error) => {
      const reference = newReference();
      write(`unblank: fault ${reference}: ${oneLine(textOf(error))}\n`);
      return reference;
    },
  };
}

/**
 * Reports what nobody caught and lets the app go on: a run that broke is shown as such (L2), and
 * ending the process would take the others with it.
 * @param target the process
 * @param log where it is reported
 */
export function watchFaults(target: NodeJS.EventEmitter, log: FaultLog): void {
  // SECURITY: L3.
  target.on('unhandledRejection', (reason) => log.fault(reason));
  target.on('uncaughtException', (error) => log.fault(error));
}

function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Control characters as their escapes: text of others cannot forge a line or steer a terminal. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu, (character) =>
    character === '\n' ? '\\n' : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
