import { resolve } from 'node:path';
import { AppError } from '../../../contract/errors.ts';
import type { BundlePreview } from '../../../contract/repair.ts';
import { visible } from '../../../engine/redact/visible.ts';
import { EXIT } from '../exit-codes.ts';
import { asDocument, type RepairHost } from '../repair/repair-host.ts';
import { bundleText } from './bundle-text.ts';

/** The options of `unblank bundle` as the parser hands them over. */
export interface BundleOptions {
  readonly output?: string;
  readonly show?: string;
  readonly yes?: boolean;
  readonly json?: boolean;
}

/**
 * `unblank bundle`: checks, shows what the bundle would hold, and saves it after a yes. Nothing is
 * uploaded (safety H12).
 * @param targets as of `unblank check`
 * @returns the exit code
 * @throws AppError `bad-option` without a place to save to or for a name that is no entry
 */
export async function runBundle(
  targets: readonly string[],
  options: BundleOptions,
  host: RepairHost,
): Promise<number> {
  const { output, show, json } = options;
  if (show !== undefined && json) throw bad('--show prints an entry as it is; leave --json out.');
  if (output === undefined && show === undefined)
    throw bad('Say where to save it: --output FILE.zip. To read it first: --show NAME.');
  const preview = await host.bundles.preview(await host.look(targets), host.call);
  if (show !== undefined) return showEntry(show, preview, host);
  const file = resolve(output ?? '');
  const text = bundleText(preview, json ? host.sayStyle : host.style);
  if (json) host.say(text);
  else host.out(text);
  const answer = await mayBeSaved(file, options, host);
  const saved = answer === 'yes' ? await save(file, preview, host) : null;
  if (json) host.out(asDocument('unblank.bundle/1', { preview, saved }));
  else if (saved !== null) host.out(`Saved: ${visible(file)} (${saved.size} bytes)\n`);
  return EXITS[answer];
}

const EXITS = { yes: EXIT.ok, no: EXIT.ok, nobody: EXIT.usage } as const;

// SECURITY: K5, H10
async function mayBeSaved(
  file: string,
  { yes }: BundleOptions,
  { ask, say }: RepairHost,
): Promise<keyof typeof EXITS> {
  if (yes) return 'yes';
  if (ask === null) {
    say('Nothing was saved: nobody can be asked here. To save what stands above, add --yes.\n');
    return 'nobody';
  }
  const answer = await ask(`Save it to ${visible(file)}? [y/N] `);
  if (/^y(es)?$/i.test(answer.trim())) return 'yes';
  say('Nothing was saved.\n');
  return 'no';
}

async function save(file: string, { ticket }: BundlePreview, { bundles, call }: RepairHost) {
  const { size } = await bundles.save(ticket, file, call.signal);
  return { file, size };
}

/** Byte for byte: nothing is added, and a terminal that could be steered is the file of nobody else. */
async function showEntry(name: string, preview: BundlePreview, host: RepairHost): Promise<number> {
  if (!preview.entries.some((one) => one.name === name)) {
    const names = preview.entries.map((one) => one.name).join(', ');
    throw bad(`The bundle has no entry ${name.slice(0, 60)}. It has: ${names}.`);
  }
  for await (const piece of host.bundles.read(preview.ticket, name)) host.out(piece);
  return EXIT.ok;
}

function bad(reason: string): AppError {
  return new AppError('bad-option', { reason });
}
