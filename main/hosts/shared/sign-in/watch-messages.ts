import type { Happening } from './happening.ts';
import type { ProtocolEvents } from './protocol.ts';

/** Sources of Log.entryAdded that tell why a page stands still; `network` is every missing icon. */
const SOURCES = new Set(['security', 'violation', 'javascript', 'other']);
const LONGEST = 1000;

/**
 * A message of the browser, where it is an error that can stop a sign-in: a policy that blocked a
 * form or a frame, a broken script.
 * @param event as the protocol sends it
 */
export function fromLogEntry({ entry }: ProtocolEvents['Log.entryAdded']): Happening | null {
  return entry.level === 'error' && SOURCES.has(entry.source) ? message(entry.text) : null;
}

/** An error that a script of the page threw and nobody caught. */
export function fromException({
  exceptionDetails,
}: ProtocolEvents['Runtime.exceptionThrown']): Happening | null {
  const { text, exception } = exceptionDetails;
  return message(exception?.description?.split('\n', 1)[0] ?? text);
}

/** What a page says with console.error: its texts and the first line of its errors, no objects. */
export function fromConsoleCall({
  type,
  args,
}: ProtocolEvents['Runtime.consoleAPICalled']): Happening | null {
  if (type !== 'error') return null;
  return message(
    args
      .slice(0, 8)
      .map(({ value, description }) =>
        typeof value === 'string' ? value : (description?.split('\n', 1)[0] ?? ''),
      )
      .join(' '),
  );
}

function message(text: string): Happening | null {
  const told = text.trim().slice(0, LONGEST);
  return told === '' ? null : { kind: 'console', text: told };
}
