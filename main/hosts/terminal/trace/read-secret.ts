import { AppError } from '../../../contract/errors.ts';
import { Secret } from '../../../engine/secrets/secret.ts';
import type { TraceCliOptions } from './trace-options.ts';

export const SECRET_VARIABLE = 'UNBLANK_CLIENT_SECRET';

export interface SecretSources {
  readonly env: Record<string, string | undefined>;
  /** A hidden question, or null where there is no terminal. */
  readonly ask: ((question: string) => Promise<string | null>) | null;
}

/**
 * The client that was registered by hand. SECURITY: K3, D16. Its secret comes from the environment
 * or a hidden question, never from the arguments; the variable is removed, so that no program that is
 * started later inherits it.
 * @returns null where no client id was given
 * @throws AppError `bad-option`
 */
export async function readClient(
  { clientId, clientSecret }: Pick<TraceCliOptions, 'clientId' | 'clientSecret'>,
  { env, ask }: SecretSources,
): Promise<{ readonly id: string; readonly secret: Secret | null } | null> {
  const given = env[SECRET_VARIABLE];
  delete env[SECRET_VARIABLE];
  if (clientId === undefined) {
    if (clientSecret) throw bad('--client-secret belongs to a --client-id.');
    return null;
  }
  if (given !== undefined && given !== '') return { id: clientId, secret: new Secret(given) };
  return { id: clientId, secret: clientSecret ? await askSecret(ask) : null };
}

async function askSecret(ask: SecretSources['ask']): Promise<Secret> {
  if (ask === null)
    throw bad(`There is no terminal to ask for the secret in; put it into ${SECRET_VARIABLE}.`);
  const text = (await ask('Client secret (it stays hidden): '))?.trim() ?? '';
  if (text === '') throw bad('No client secret was given.');
  return new Secret(text);
}

function bad(reason: string): AppError {
  return new AppError('bad-option', { reason });
}
