import { keychainIsStuck } from '../../platform/secrets/keychain-calls.ts';

/** What `end` does to this process; a test gives its own. */
export interface Endable {
  readonly stdout: Pick<NodeJS.WriteStream, 'write'>;
  readonly stderr: Pick<NodeJS.WriteStream, 'write'>;
  readonly pid: number;
  readonly kill: (pid: number, signal: 'SIGKILL') => unknown;
}

/**
 * Ends a program in which a keychain question is still open. Node waits for that call's thread, in
 * process.exit too, and so does the C library; only a signal ends it. SECURITY: L1. Everything that
 * was written is flushed before. The exit code is then that of the signal, 137 (on Windows 1), and
 * means: the keychain did not answer, whatever else came out.
 * @returns false at once where no such question is open: the program ends as it always does
 */
export async function endDespiteKeychain(
  own: Endable = process,
  isStuck: () => boolean = keychainIsStuck,
): Promise<boolean> {
  if (!isStuck()) return false;
  const flushed = (stream: Endable['stdout'], text: string) =>
    new Promise<void>((resolve) => void stream.write(text, () => resolve()));
  await flushed(own.stderr, 'The keychain still waits for an answer; Unblank ends without it.\n');
  await flushed(own.stdout, '');
  own.kill(own.pid, 'SIGKILL');
  return true;
}
