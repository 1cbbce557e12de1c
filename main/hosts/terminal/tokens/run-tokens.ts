import { AppError } from '../../../contract/errors.ts';
import type { System } from '../../../contract/words.ts';
import type { Revoker } from '../../../engine/secrets/revoke-entry.ts';
import type { TokenEntry } from '../../../engine/secrets/token-entry.ts';
import type { Refusal, Removed, TokenVault } from '../../../engine/secrets/token-vault.ts';
import { adviceFor } from '../../../engine/secrets/trouble-advice.ts';
import type { KeychainTrouble } from '../../../engine/sign-in-ports.ts';
import { EXIT } from '../exit-codes.ts';
import { terminalStyle } from '../report/terminal-style.ts';
import { removedText, SHORT_ID, tokensText } from './tokens-text.ts';

export const TOKEN_ACTIONS = ['list', 'delete', 'revoke'] as const;
export type TokenAction = (typeof TOKEN_ACTIONS)[number];

export interface TokensOptions {
  readonly all?: boolean;
  readonly yes?: boolean;
  readonly json?: boolean;
}

export interface TokensRequest {
  readonly action: TokenAction;
  /** As typed: whole ids, or as much of them as tells them apart. */
  readonly ids: readonly string[];
  readonly options: TokensOptions;
}

/** What a run of the command needs from outside. */
export interface TokensDesk {
  readonly vault: Pick<TokenVault, 'list' | 'delete' | 'revoke'>;
  readonly revoker: Revoker;
  readonly kept: 'keychain' | 'memory';
  readonly trouble: KeychainTrouble | null;
}
export interface TokensHost {
  readonly desk: TokensDesk;
  readonly system: System;
  readonly now: () => number;
  /** Standard output: the document. */
  readonly out: (text: string) => void;
  /** Standard error: people. */
  readonly say: (text: string) => void;
  /** Asks for a yes; null where nobody can be asked. */
  readonly confirm: ((question: string) => Promise<boolean>) | null;
  readonly env: Readonly<Record<string, string | undefined>>;
}

const NO_TERMINAL =
  'Unblank touches the keychain only where there is a terminal, and never in CI. Run it in a terminal of the user whose tokens they are.';

/**
 * `unblank tokens list|delete|revoke`.
 * @returns 0; 3 where the keychain could not be used or something stayed
 * @throws AppError bad-option for an id that is none, and for what would need an answer
 */
export async function runTokens(request: TokensRequest, host: TokensHost): Promise<number> {
  mustFit(request, host);
  const { vault, kept, trouble } = host.desk;
  if (kept === 'memory') {
    const advice = trouble === null ? NO_TERMINAL : adviceFor(trouble, host.system);
    return finish(request, host, [], { trouble: trouble ?? 'missing', advice });
  }
  const { entries, refusal } = await vault.list();
  if (request.action === 'list') return finish(request, host, entries, refusal);
  // A list that is not whole says nothing about an id that is not in it.
  if (refusal !== null) return finish(request, host, [], refusal);
  return remove(request, host, chosen(request, entries));
}

function mustFit({ action, ids, options }: TokensRequest, { confirm }: TokensHost): void {
  if (action === 'list') return;
  if (options.all === ids.length > 0)
    throw new AppError('bad-option', { reason: 'Give ids, or --all, and not both.' });
  if (ids.length === 0 && !options.all)
    throw new AppError('bad-option', { reason: `Say what to ${action}: ids, or --all.` });
  if (!options.yes && confirm === null)
    throw new AppError('bad-option', {
      reason: `Nobody can be asked here whether to ${action}: add --yes.`,
    });
}

function chosen({ ids, options }: TokensRequest, entries: readonly TokenEntry[]): string[] {
  if (options.all) return entries.map(({ id }) => id);
  return [...new Set(ids.map((typed) => idOf(typed, entries)))];
}

function idOf(typed: string, entries: readonly TokenEntry[]): string {
  const found = entries.filter(({ id }) => id === typed || id.startsWith(typed));
  const [one, other] = found;
  if (one !== undefined && other === undefined && typed.length >= 7) return one.id;
  const reason =
    other === undefined
      ? `Nothing is kept under ${typed}. “unblank tokens list” shows what is.`
      : `${typed} stands for several: give ${SHORT_ID} characters or more.`;
  throw new AppError('bad-option', { reason });
}

async function remove(request: TokensRequest, host: TokensHost, ids: string[]): Promise<number> {
  const { action, options } = request;
  if (ids.length > 0 && !options.yes && !(await host.confirm?.(question(action, ids.length)))) {
    host.say('Nothing was changed.\n');
    return EXIT.ok;
  }
  const { vault, revoker } = host.desk;
  const removed = await (action === 'revoke' ? vault.revoke(ids, revoker) : vault.delete(ids));
  const text = removed.length === 0 ? 'Nothing is kept.' : removedText(removed);
  host.out(options.json ? asJson({ removed: removed.map(plain) }) : `${text}\n`);
  const refusal = removed.find((one) => one.refusal !== null)?.refusal;
  if (refusal) host.say(`${refusal.advice}\n`);
  return removed.every(isDone) ? EXIT.ok : EXIT.incomplete;
}

function question(action: TokenAction, count: number): string {
  const what = count === 1 ? 'this entry' : `these ${count} entries`;
  return action === 'revoke'
    ? `Revoke ${what} at the server and delete ${count === 1 ? 'it' : 'them'} here?`
    : `Delete ${what} here? The server is not told: the tokens live there until they expire.`;
}

/** Gone here, and at the server unless it has no way to revoke. */
function isDone({ deleted, revoked, refusal }: Removed): boolean {
  return deleted && refusal === null && revoked !== 'refused' && revoked !== 'unreachable';
}

function plain({ id, revoked, deleted, refusal }: Removed) {
  return { id, revoked, deleted, trouble: refusal?.trouble ?? null };
}

function finish(
  { action, options }: TokensRequest,
  host: TokensHost,
  entries: readonly TokenEntry[],
  refusal: Refusal,
): number {
  const { kept } = host.desk;
  const style = terminalStyle(options.json ? {} : process.stdout, host.env);
  if (options.json) host.out(asJson({ kept, trouble: refusal?.trouble ?? null, entries }));
  else if (action === 'list' && refusal === null)
    host.out(`${tokensText(entries, host.now(), style)}\n`);
  else if (entries.length > 0) host.out(`${tokensText(entries, host.now(), style)}\n`);
  if (refusal !== null) host.say(`${refusal.advice}\n`);
  return refusal === null ? EXIT.ok : EXIT.incomplete;
}

/** Schema of the output: `unblank.tokens/1`. */
function asJson(body: object): string {
  return `${JSON.stringify({ schema: 'unblank.tokens/1', ...body }, null, 2)}\n`;
}
