import type { ClientId } from '../../contract/words.ts';
import { decodeText } from '../local/decode-text.ts';
import { findPaths } from '../local/find-paths.ts';
import { CONFIG_LOCATIONS } from '../local/locations.ts';
import { oncePerFile } from '../local/once-per-file.ts';
import { CONFIG_LIMIT } from '../local/read-config.ts';
import { SETTING_LOCATIONS } from '../local/settings/setting-locations.ts';
import type { Ports } from '../ports.ts';
import type { Redactor } from '../redact/redactor.ts';
import { textSource, type BundleSource, type GatheredSources } from './bundle-source.ts';
import { maskedConfig } from './masked-config.ts';

type LocalPorts = Pick<Ports, 'files' | 'place'>;

/** A configuration or settings file as text, with the name that it has in the bundle. */
export interface ConfigText {
  readonly name: string;
  readonly what: string;
  readonly path: string;
  /** Null where it could not be read. */
  readonly text: string | null;
}

/** Every configuration and settings file that is there, also those that are managed. */
export async function readConfigTexts(ports: LocalPorts): Promise<readonly ConfigText[]> {
  const rows = [...CONFIG_LOCATIONS, ...SETTING_LOCATIONS].filter(({ systems }) =>
    systems.includes(ports.place.os),
  );
  const found = await Promise.all(
    rows.map(async (row) => (await findPaths(row, ports)).map((path) => ({ ...row, path }))),
  );
  const once = oncePerFile(found.flat(), ({ path }) => path);
  const read = await Promise.all(once.map((row) => readOne(row, ports)));
  const names = new Set<string>();
  return read.flatMap((one) => (one === null ? [] : [{ ...one, name: freeName(one.name, names) }]));
}

/** Masked, one entry per file. */
export function configSources(texts: readonly ConfigText[], redactor: Redactor): GatheredSources {
  return {
    sources: texts.flatMap(({ name, what, path, text }): readonly BundleSource[] =>
      text === null ? [] : [textSource(name, what, () => maskedConfig(text, redactor), path)],
    ),
    leftOut: texts.flatMap(({ path, text }) => (text === null ? [`${path} cannot be read.`] : [])),
  };
}

interface Row {
  readonly client: ClientId;
  readonly scope: string;
  readonly format: 'json' | 'jsonc' | 'toml';
  readonly path: string;
}

async function readOne(
  { client, scope, format, path }: Row,
  { files }: LocalPorts,
): Promise<ConfigText | null> {
  const read = await files.read(path, CONFIG_LIMIT).catch(() => ({ kind: 'unreadable' as const }));
  if (read.kind === 'missing' || read.kind === 'folder') return null;
  return {
    name: `configs/${client}-${scope.replace(/[^a-z0-9]+/gi, '-').toLowerCase()}.${format}`,
    what: `Configuration of ${client} (${scope}), values masked`,
    path,
    text: read.kind === 'bytes' ? decodeText(read.bytes).text : null,
  };
}

/** `…-user.json`, then `…-user-2.json`. */
function freeName(name: string, taken: Set<string>): string {
  const [, stem = name, end = ''] = /^(.*)(\.\w+)$/.exec(name) ?? [];
  let free = name;
  for (let number = 2; taken.has(free); number += 1) free = `${stem}-${number}${end}`;
  taken.add(free);
  return free;
}
