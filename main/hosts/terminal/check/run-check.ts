import { readFile, stat } from 'node:fs/promises';
import { AppError } from '../../../contract/errors.ts';
import { CLIENTS } from '../../../engine/clients/index.generated.ts';
import { parseClientChoices } from '../../../engine/run/choose-clients.ts';
import type { DiagnoseRequest } from '../../../engine/run/diagnose.ts';
import { looksLikeAddress, parseAddress } from '../../../engine/run/parse-address.ts';
import { parseConnectTo } from '../../../engine/run/parse-connect-to.ts';
import type { TargetChoice } from '../../../engine/run/plan.ts';
import { createNodePorts } from '../../../platform/node-ports.ts';
import type { CheckOptions } from './check-options.ts';
import { diagnoseHere } from './diagnose-here.ts';
import { exitCodeOf } from './exit-code.ts';
import { writeReport } from './write-report.ts';

/**
 * `unblank check`: reads only.
 * @param targets URLs or names; a mixture is refused, because their reports differ
 * @returns the exit code
 * @throws AppError for bad addresses, names and options, each with a sentence
 */
export async function runCheck(targets: readonly string[], options: CheckOptions): Promise<number> {
  const { home = null, os = null } = options;
  await mustBeFolder('--home', home);
  await mustBeFolder('--project', options.project ?? null);
  const project = options.project ?? (home === null ? process.cwd() : null);
  const report = await diagnoseHere({
    ports: createNodePorts({ home, os, project }),
    request: {
      choice: chooseTargets(targets),
      ...readClients(options.client),
      offline: options.offline ?? false,
      connectTo: options.connectTo.map(parseConnectTo),
      ca: await readCa(options.cacert),
      register: options.register ?? false,
    },
  });
  await writeReport(report, {
    format: options.json ? 'json' : 'text',
    output: options.output ?? null,
  });
  return exitCodeOf(report, options.failOn);
}

function chooseTargets(targets: readonly string[]): TargetChoice {
  if (targets.length === 0) return { kind: 'everything' };
  const addresses = targets.filter(looksLikeAddress);
  if (addresses.length === 0) return { kind: 'names', names: targets };
  if (addresses.length < targets.length)
    throw new AppError('bad-option', { reason: 'Give either URLs or names, not both.' });
  return { kind: 'urls', urls: addresses.map(parseAddress) };
}

/** Which clients are shown, and in which versions they are judged. */
function readClients(text: string | undefined): Pick<DiagnoseRequest, 'clients' | 'versions'> {
  if (text === undefined) return { clients: null };
  const versions = parseClientChoices(text, CLIENTS);
  return { clients: [...new Set(versions.map((one) => one.id))], versions };
}

async function readCa(file: string | undefined): Promise<string | null> {
  if (file === undefined) return null;
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new AppError('file-unreadable', { file, reason: reasonOf(error) }, { cause: error });
  });
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

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown reason';
}
