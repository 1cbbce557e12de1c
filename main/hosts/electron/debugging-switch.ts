/** Chromium's switches that let another program drive or read the window. */
const SWITCHES = ['remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address'];

/**
 * The debugging switch that a packaged build was started with.
 * SECURITY: A10. The fuses stop Node's own switches (`--inspect`); these are Chromium's.
 * @param commandLine Electron's `app.commandLine`
 * @param packaged `app.isPackaged`; in development the switches are needed by the tests
 * @returns the switch, or null where there is none to refuse
 */
export function refusedSwitch(
  commandLine: { hasSwitch(name: string): boolean },
  packaged: boolean,
): string | null {
  if (!packaged) return null;
  return SWITCHES.find((name) => commandLine.hasSwitch(name)) ?? null;
}
