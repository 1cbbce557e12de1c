import { readFile, stat } from 'node:fs/promises';
import { AppError } from '../../../contract/errors.ts';
import type { ConnectTo } from '../../../engine/ports.ts';
import { looksLikeAddress, parseAddress } from '../../../engine/run/parse-address.ts';
import { parseConnectTo } from '../../../engine/run/parse-connect-to.ts';
import type { TargetChoice } from '../../../engine/run/plan.ts';
import type { PlaceChoice } from '../../../platform/place.ts';
import type { NetworkOptions, PlaceOptions } from './add-options.ts';

/**
 * Which profile is examined: this user's, with the current folder as project, or a copied one.
 * @throws AppError `bad-option` for a folder that is not there
 */
export async function readPlace(options: PlaceOptions): Promise<PlaceChoice> {
  const { home = null, os = null } = options;
  await mustBeFolder('--home', home);
  await mustBeFolder('--project', options.project ?? null);
  return { home, os, project: options.project ?? (home === null ? process.cwd() : null) };
}

/**
 * How servers are reached.
 * @throws AppError `bad-option`, `file-unreadable`
 */
export async function readNetwork(
  options: NetworkOptions,
): Promise<{ readonly connectTo: readonly ConnectTo[]; readonly ca: string | null }> {
  return {
    connectTo: options.connectTo.map(parseConnectTo),
    ca: await readCa(options.cacert),
  };
}

/**
 * What a run looks at.
 * @param targets URLs or names; a mixture is refused, because their reports differ
 * @throws AppError `bad-address`, `bad-option`
 */
export function chooseTargets(targets: readonly string[]): TargetChoice {
  if (targets.length === 0) return { kind: 'everything' };
  const addresses = targets.filter(looksLikeAddress);
  if (addresses.length === 0) return { kind: 'names', names: targets };
  if (addresses.length < targets.length)
    throw new AppError('bad-option', { reason: 'Give either URLs or names, not both.' });
  return { kind: 'urls', urls: addresses.map(parseAddress) };
}

/** @throws AppError `file-unreadable` */
export async function readTextFile(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : 'unknown reason';
    throw new AppError('file-unreadable', { file, reason }, { cause: error });
  });
}

async function readCa(file: string | undefined): Promise<string | null> {
  if (file === undefined) return null;
  const text = await readTextFile(file);
  if (!text.includes('-----BEGIN CERTIFICATE-----'))
    throw new AppError('file-unreadable', { file, reason: 'it holds no PEM certificate.' });
  return text;
}

async function mustBeFolder(option: string, folder: string | null): Promise<void> {
  if (folder === null) return;
  const found = await stat(folder).catch(() => null);
  if (!found?.isDirectory())
    throw new AppError('bad-option', { reason: `${option}: there is no folder ${folder}.` });
}
