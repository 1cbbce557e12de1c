import { AppError } from '../../contract/errors.ts';
import { CLIENT_IDS, type ClientId } from '../../contract/words.ts';
import { isAtLeast } from '../local/version.ts';
import type { Client } from '../model/client.ts';
import type { InstallEvidence } from '../model/evidence.ts';

/** A client that was asked for by name, and by version where one was given. */
export interface ClientChoice {
  readonly id: ClientId;
  /** As written behind the @: the beginning of a version, segment by segment; null for none. */
  readonly version: string | null;
}

/**
 * Reads a list as `--client` takes it: `claude-code`, `ts-sdk@1`, `claude-code@2.1.197`, separated
 * by commas.
 * @param known the clients that are judged, in all their versions
 * @throws AppError `bad-option` for a client or a version that is not known, with those that are
 */
export function parseClientChoices(
  text: string,
  known: readonly Client[],
): readonly ClientChoice[] {
  return text.split(',').map((one) => parseChoice(one.trim(), known));
}

function parseChoice(text: string, known: readonly Client[]): ClientChoice {
  const at = text.indexOf('@');
  const name = at < 0 ? text : text.slice(0, at);
  const id = CLIENT_IDS.find((one) => one === name);
  if (id === undefined) throw bad(`There is no client “${name}”. Known: ${CLIENT_IDS.join(', ')}.`);
  if (at < 0) return { id, version: null };
  const version = text.slice(at + 1);
  if (!known.some((one) => isMeant(one, { id, version })))
    throw bad(`There are no rules for “${text}”. ${versionsOf(id, known)}`);
  return { id, version };
}

function bad(reason: string): AppError {
  return new AppError('bad-option', { reason });
}

function versionsOf(id: ClientId, known: readonly Client[]): string {
  const versions = known.flatMap((one) => (one.id === id && one.version ? [one.version] : []));
  if (versions.length === 0) return `${id} is known without versions: write ${id}.`;
  return `Known versions of ${id}: ${versions.toSorted(newestFirst).join(', ')}.`;
}

/** `1` and `1.32` mean 1.32.2; `1.3` does not. */
function isMeant(client: Client, { id, version }: ClientChoice): boolean {
  if (client.id !== id || client.version === null || version === null || version === '')
    return false;
  return `${client.version}.`.startsWith(`${version}.`);
}

/**
 * One set of rules per client: the version that was asked for; else, for a client whose version on
 * this machine is known, the rules nearest at or below it; else the newest.
 * @param known all rules, every version
 * @param choices what was asked for; clients that it does not name keep their own
 * @param installs what lies on this machine
 */
export function chooseClients(
  known: readonly Client[],
  choices: readonly ClientChoice[],
  installs: readonly InstallEvidence[],
): readonly Client[] {
  const ids = [...new Set(known.map((one) => one.id))];
  return ids.flatMap((id) => {
    const versions = known.filter((one) => one.id === id).toSorted(byVersion);
    const asked = choices.filter((one) => one.id === id && one.version !== null);
    if (asked.length === 0) return [installedOrNewest(versions, installedVersion(id, installs))];
    const meant = asked.map((choice) => versions.find((one) => isMeant(one, choice)));
    return [...new Set(meant)].filter((one) => one !== undefined);
  });
}

/** @param versions the newest first, at least one */
function installedOrNewest(versions: readonly Client[], installed: string | null): Client {
  const newest = versions.find((one) => one.isNewest) ?? versions[0]!;
  if (installed === null) return newest;
  const below = versions.find(({ version }) => version !== null && isAtLeast(installed, version));
  return below ?? versions.at(-1)!;
}

/** Only Claude Code's version says which rules hold: it is the client itself. */
function installedVersion(id: ClientId, installs: readonly InstallEvidence[]): string | null {
  if (id !== 'claude-code') return null;
  const found = installs.flatMap((one) =>
    one.client === id && one.version !== null ? [one.version] : [],
  );
  return found.toSorted(newestFirst)[0] ?? null;
}

function byVersion(one: Client, two: Client): number {
  return newestFirst(one.version ?? '', two.version ?? '');
}

function newestFirst(one: string, two: string): number {
  if (one === two) return 0;
  return isAtLeast(one, two) ? -1 : 1;
}
