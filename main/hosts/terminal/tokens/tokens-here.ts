import { createInterface } from 'node:readline';
import { ownSystem } from '../../../platform/secrets/own-system.ts';
import { createNodePorts } from '../../../platform/node-ports.ts';
import { createSignInPorts } from '../../shared/sign-in/create-sign-in-ports.ts';
import { interruptible } from '../interruptible.ts';
import { runTokens, type TokensRequest } from './run-tokens.ts';

/** `unblank tokens` on this machine. @returns the exit code */
export async function tokensHere(request: TokensRequest): Promise<number> {
  const mayAsk = hasTerminal(process.stdin, process.env);
  const ports = createNodePorts({ home: null, os: null, project: null });
  const { openTokenDesk } = createSignInPorts({ ports, ways: [], mayUseKeychain: mayAsk });
  return interruptible(async (signal) => {
    const desk = await openTokenDesk(signal);
    const cleaned = desk.takeCleaned?.() ?? null;
    if (cleaned !== null) process.stderr.write(`${cleaned}\n`);
    return runTokens(request, {
      desk,
      system: ownSystem(),
      now: () => ports.clock.now(),
      out: (text) => void process.stdout.write(text),
      say: (text) => void process.stderr.write(text),
      confirm: mayAsk ? confirm : null,
      env: process.env,
    });
  });
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
