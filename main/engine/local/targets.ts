import { isUrl } from '../../contract/is-url.ts';
import type { Transport } from '../../contract/words.ts';
import type { MachineEvidence, NotExamined, ServerEntry } from '../model/evidence.ts';
import { redactUrl } from '../redact/url.ts';
import { visible } from '../redact/visible.ts';

/** One server of this machine: every entry that leads to it. */
export interface MachineTarget {
  /** Normalised by the URL standard; null for a local command and for an address that is none. */
  readonly url: string | null;
  readonly entries: readonly ServerEntry[];
  readonly transport: Transport;
}

export interface MachineTargets {
  readonly targets: readonly MachineTarget[];
  /** Addresses that cannot be examined: with a variable in them, or not http. */
  readonly notExamined: readonly NotExamined[];
}

/**
 * Lists the servers that the configurations name. Entries with the same address, spelled as the URL
 * standard normalises it, are one server, whichever client and scope they belong to; an entry
 * without address is a server of its own. `${VAR}` is never expanded (safety G3).
 * @param machine what was gathered
 * @returns in the order in which the files and entries were read
 */
export function targetsOf(machine: Pick<MachineEvidence, 'configs'>): MachineTargets {
  const all = machine.configs.flatMap((config) => config.entries);
  const groups = new Map<
    string,
    { readonly url: string | null; readonly entries: ServerEntry[] }
  >();
  for (const entry of all) {
    const url = addressOf(entry);
    const group = groups.get(url ?? entry.id) ?? { url, entries: [] };
    group.entries.push(entry);
    groups.set(url ?? entry.id, group);
  }
  const targets = [...groups.values()].map(({ url, entries }): MachineTarget => ({
    url,
    entries,
    transport: entries.map((one) => one.transport).find((one) => one !== 'unknown') ?? 'unknown',
  }));
  return { targets, notExamined: all.flatMap(unexamined) };
}

const SCHEMES = new Set(['http:', 'https:', 'ws:', 'wss:']);

function addressOf({ url }: ServerEntry): string | null {
  if (url === null || hasVariable(url) || !isUrl(url)) return null;
  const parsed = new URL(url);
  return SCHEMES.has(parsed.protocol) ? parsed.href : null;
}

/** Braces are legal in a host name to the URL standard, so parsing alone would let it through. */
function hasVariable(url: string): boolean {
  return url.includes('${');
}

function unexamined(entry: ServerEntry): NotExamined[] {
  const { url, name } = entry;
  if (url === null || addressOf(entry) !== null) return [];
  const why = hasVariable(url)
    ? 'The address contains a variable; Unblank does not expand variables.'
    : 'This is not an http address.';
  return [{ what: `${visible(name)}: ${visible(redactUrl(url))}`, why }];
}
