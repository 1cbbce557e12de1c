import { createInterface } from 'node:readline';
import { createLocks } from '../../../platform/secrets/create-locks.ts';
import { keychainIsStuck } from '../../../platform/secrets/keychain-calls.ts';
import { createSecretStore } from '../../../platform/secrets/create-secret-store.ts';
import { ownSystem } from '../../../platform/secrets/own-system.ts';
import { createNodePorts } from '../../../platform/node-ports.ts';
import { createTokenDesk } from '../../shared/open-token-desk.ts';
import { interruptible } from '../interruptible.ts';
import { runTokens, type TokensRequest } from './run-tokens.ts';

/** `unblank tokens` on this machine. @returns the exit code */
export async function tokensHere(request: TokensRequest): Promise<number> {
  const mayAsk = hasTerminal(process.stdin, process.env);
  const locks = createLocks();
  const store = await createSecretStore({ mayUseKeychain: mayAsk, locks });
  const ports = createNodePorts({ home: null, os: null, project: null });
  const code = await interruptible((signal) =>
    runTokens(request, {
      desk: createTokenDesk({ ports, store, locks, ca: null }, signal),
      system: ownSystem(),
      now: () => ports.clock.now(),
      out: (text) => void process.stdout.write(text),
      say: (text) => void process.stderr.write(text),
      confirm: mayAsk ? confirm : null,
      env: process.env,
    }),
  );
  if (keychainIsStuck()) endWithoutWaiting();
  return code;
}

/** A question that nobody answers must not keep the program (safety L1); Node cannot end by itself. */
function endWithoutWaiting(): void {
  process.stderr.write('The keychain still waits for an answer; Unblank ends without it.\n');
  process.kill(process.pid, 'SIGTERM');
}

/**
 * May somebody be asked, and may a keychain be touched? Only where there is a terminal that types, and
 * not in CI, which some systems give one.
 */
// SECURITY: K3
export function hasTerminal(
  stdin: { readonly isTTY?: boolean },
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  const ci = env.CI ?? '';
  return Boolean(stdin.isTTY) && (ci === '' || ci === '0' || ci.toLowerCase() === 'false');
}

function confirm(question: string): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  return new Promise((resolve) => {
    lines.once('close', () => resolve(false));
    lines.question(`${question} [y/N] `, (answer) => {
      resolve(/^y(es)?$/i.test(answer.trim()));
      lines.close();
    });
  });
}
