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
  /** Why its address could not be examined; null where it can be, or where there is none. */
  readonly notExamined: NotExamined | null;
}

/**
 * Lists the servers that the configurations name. Entries with the same address, spelled as the URL
 * standard normalises it, are one server, whichever client and scope they belong to; an entry
 * without address is a server of its own. `${VAR}` is never expanded (safety G3).
 * @param machine what was gathered
 * @returns in the order in which the files and entries were read
 */
export function targetsOf(machine: MachineEvidence): MachineTarget[] {
  const groups = new Map<
    string,
    { readonly url: string | null; readonly entries: ServerEntry[] }
  >();
  for (const entry of machine.configs.flatMap((config) => config.entries)) {
    const url = addressOf(entry);
    const key = url ?? entry.id;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { url, entries: [entry] });
    else group.entries.push(entry);
  }
  return [...groups.values()].map(({ url, entries }) => ({
    url,
    entries,
    transport: entries.map((one) => one.transport).find((one) => one !== 'unknown') ?? 'unknown',
    notExamined:
      url === null ? (entries.map(unexamined).find((one) => one !== null) ?? null) : null,
  }));
}

const SCHEMES = new Set(['http:', 'https:', 'ws:', 'wss:']);

function addressOf({ url }: ServerEntry): string | null {
  if (url === null || hasVariable(url) || !URL.canParse(url)) return null;
  const parsed = new URL(url);
  return SCHEMES.has(parsed.protocol) ? parsed.href : null;
}

/** Braces are legal in a host name to the URL standard, so parsing alone would let it through. */
function hasVariable(url: string): boolean {
  return url.includes('${');
}

function unexamined({ url, name }: ServerEntry): NotExamined | null {
  if (url === null) return null;
  const what = `${visible(name)}: ${visible(redactUrl(url))}`;
  return hasVariable(url)
    ? { what, why: 'The address contains a variable; Unblank does not expand variables.' }
    : { what, why: 'This is not an http address.' };
}
