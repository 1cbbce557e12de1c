/**
 * Our own failures: an operation of Unblank that could not be done. Never a finding (that is their
 * set-up) and never a bug (that is anything not listed here). Each has a code that is stable, a
 * sentence for people and what to do about it; it crosses the bridge whole (safety B5, B6).
 */
export const APP_ERRORS = {
  'bad-address': {
    message: 'That is not an address Unblank can check: {reason}',
    advice: 'Give the full URL of the MCP endpoint, for example https://mcp.example.com/mcp.',
    retryable: false,
  },
  'unknown-name': {
    message: 'No configured server is called {name}.',
    advice: 'Run `unblank check` without a name to list what is configured here.',
    retryable: false,
  },
  'unknown-code': {
    message: 'There is no failure mode {code}.',
    advice: 'Run `unblank explain` without a code to list them all.',
    retryable: false,
  },
  'bad-option': {
    message: '{reason}',
    advice: 'Run `unblank --help` to see every option.',
    retryable: false,
  },
  'file-unreadable': {
    message: 'Unblank could not read {file}: {reason}',
    advice: 'Check that the path is right and that you may read it.',
    retryable: false,
  },
  'file-unwritable': {
    message: 'Unblank could not write {file}: {reason}',
    advice: 'Choose a folder you may write to.',
    retryable: false,
  },
  'own-folder': {
    message: 'Unblank could not use its own folder {folder}: {reason}',
    advice:
      'Make room on that disk, or let your user write there. Without backup and journal, Unblank changes nothing.',
    retryable: true,
  },
  'not-a-trace': {
    message: 'That file is no saved trace: {reason}',
    advice: 'Give a file that `unblank trace --save` wrote.',
    retryable: false,
  },
  'not-comparable': {
    message: 'Unblank cannot compare with {file}: {reason}',
    advice:
      'Give a configuration file (JSON or TOML), or a report that `unblank check --json --output` wrote.',
    retryable: false,
  },
  'not-one-server': {
    message: 'A trace signs in to one server, and that names {count}.',
    advice: 'Give the URL of one MCP server, or the name of one that has a URL.',
    retryable: false,
  },
  'no-such-sign-in': {
    message: 'Unblank does not know how {client} signs in.',
    advice: 'Choose another client with `--as`, for example claude-code.',
    retryable: false,
  },
  'no-such-way': {
    message: 'A sign-in page cannot be shown here by “{way}”.',
    advice: 'Choose another with `--browser`: isolated, system or none.',
    retryable: false,
  },
  'unknown-run': {
    message: 'That diagnosis is no longer running.',
    advice: 'Start it again.',
    retryable: true,
  },
  'unknown-target': {
    message: 'That server is not in the current list.',
    advice: 'Look again at this machine, then choose the server.',
    retryable: true,
  },
  'unknown-page': {
    message: 'Unblank has no page of that name to open.',
    advice: 'Reload the window; if it stays, report it as a bug.',
    retryable: false,
  },
  'demo-failed': {
    message: 'The demo server could not start: {reason}',
    advice: 'Try again; the demo needs a free port on 127.0.0.1 and a folder for temporary files.',
    retryable: true,
  },
  'page-not-opened': {
    message: 'The system browser did not open {url}: {reason}',
    advice: 'Open the address yourself.',
    retryable: true,
  },
  'callback-elsewhere': {
    message:
      'The system browser cannot bring this sign-in back: the client is called back at {address}, which is not on this machine.',
    advice:
      'Trace in a window of its own (`--browser isolated`), or paste the address your browser ends on (`--browser none`).',
    retryable: false,
  },
  'window-failed': {
    message: 'The window could not be opened: {reason}',
    advice: 'Name another browser in UNBLANK_BROWSER, or run `unblank check` in a terminal.',
    retryable: true,
  },
  'port-busy': {
    message: 'The sign-in could not be called back on this machine: {reason}',
    advice: 'Close the program that listens there, or trace in a window of its own.',
    retryable: true,
  },
  'trace-running': {
    message: 'A sign-in is being traced already.',
    advice: 'Stop it or let it end, then start the next one.',
    retryable: true,
  },
  'watch-running': {
    message: 'The logs are being watched already.',
    advice: 'Stop that, or let an attempt come to its end, then start again.',
    retryable: true,
  },
  'run-stuck': {
    message: 'It was stopped and did not end in time.',
    advice:
      'If a sign-in was being traced, close its window, and revoke at your authorization server what it was given. Then restart Unblank.',
    retryable: true,
  },
  'no-way': {
    message: 'This host has no way to show a sign-in page there: {reason}',
    advice: 'Choose the other place for the sign-in page.',
    retryable: false,
  },
  'call-refused': {
    message: 'The window asked for something it may not have: {reason}',
    advice: 'Restart Unblank. If it happens again, report it as a bug.',
    retryable: false,
  },
  'too-many-calls': {
    message: 'The window asked too often.',
    advice: 'Wait a moment and try again.',
    retryable: true,
  },
  'unknown-backup': {
    message: 'There is no backup {backup}.',
    advice: 'Run `unblank backup --list` to see every backup.',
    retryable: false,
  },
  'damaged-backup': {
    message: 'The backup {backup} cannot be used: {reason}',
    advice: 'Choose another backup; this one stays as it is.',
    retryable: false,
  },
  stopped: {
    message: 'It was stopped before it came to its end.',
    advice: 'Nothing of yours was changed. Start it again when you want to.',
    retryable: true,
  },
  'bundle-not-clean': {
    message: 'The bundle was not kept: {name} still held something to hide ({kind}).',
    advice: 'Nothing was saved. Please report this as a bug, without the bundle.',
    retryable: false,
  },
  'bundle-too-large': {
    message: 'The bundle would be larger than {limit}.',
    advice: 'Leave out some of the logs, or take less of each.',
    retryable: false,
  },
  'unknown-fix': {
    message: 'That fix is not offered any more.',
    advice: 'Check again; what it was for may be gone or have changed.',
    retryable: true,
  },
  'stale-ticket': {
    message: 'What was previewed is out of date or was used already.',
    advice: 'Nothing was changed. Look at the preview again, then apply it.',
    retryable: true,
  },
  'unknown-entry': {
    message: 'The journal has no such change.',
    advice: 'Open the journal again and choose it there.',
    retryable: true,
  },
  'repair-running': {
    message: 'A change is being made already.',
    advice: 'Let it end, then make the next one: one change at a time.',
    retryable: true,
  },
  internal: {
    message: 'Unblank made a mistake (reference {reference}).',
    advice: 'Please report it with the reference. Nothing of yours was changed.',
    retryable: false,
  },
} as const;

export type AppErrorCode = keyof typeof APP_ERRORS;
export type AppErrorParams = Readonly<Record<string, string>>;

/** The form in which a failure crosses the bridge: no stack, no path that was not a parameter. */
export interface AppErrorData {
  readonly code: AppErrorCode;
  readonly params: AppErrorParams;
}

/**
 * A coded failure of ours.
 * @param code a key of APP_ERRORS
 * @param params the values for the placeholders of its message; must hold no secret
 */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: AppErrorCode;
  readonly params: AppErrorParams;

  constructor(code: AppErrorCode, params: AppErrorParams = {}, options?: { cause?: unknown }) {
    super(describeError({ code, params }).message, options);
    this.code = code;
    this.params = params;
  }
}

/** The sentence, the advice and whether trying again can help, for a coded failure. */
export function describeError(error: AppErrorData): {
  message: string;
  advice: string;
  retryable: boolean;
} {
  const row = APP_ERRORS[error.code];
  const message = row.message.replace(/\{(\w+)\}/g, (_, key: string) => error.params[key] ?? '?');
  return { message, advice: row.advice, retryable: row.retryable };
}
