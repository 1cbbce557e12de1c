/** An event of the Chrome DevTools Protocol; `sessionId` is null on those of the root connection. */
export interface CdpEvent {
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly sessionId: string | null;
}

/**
 * The Chrome DevTools Protocol as far as a sign-in window needs it: the pipe of an installed browser
 * and `webContents.debugger` of Electron both are one. Sessions are flat (Target.attachToTarget).
 */
export interface CdpPort {
  /**
   * Sends a command.
   * @param method of the protocol reference
   * @param params as the reference lists them
   * @param sessionId of a target, or null for the root connection
   * @throws Error where the browser refuses it or is gone
   */
  send(method: string, params?: object, sessionId?: string | null): Promise<unknown>;
  /** Hears every event of every session, in order. */
  on(listener: (event: CdpEvent) => void): void;
}

/**
 * For a command whose target may be gone by now: nobody waits for the answer.
 * @param sent the command
 */
export function unlessGone(sent: Promise<unknown>): void {
  sent.catch(() => undefined);
}
