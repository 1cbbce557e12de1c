import { readdirSync, readlinkSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ListenerFacts } from '../../engine/ports.ts';

/** `TCP_LISTEN` in the kernel's table of states. */
const LISTEN = '0A';

/** A listening socket as /proc/net/tcp has it. */
export interface ListenRow {
  readonly address: string;
  readonly port: number;
  readonly inode: string;
}

/**
 * The ports that are listened on, with the processes that the user may see. How checked: run on
 * Linux 6 against sockets of this process, IPv4 and IPv6.
 * @param proc the folder, `/proc`
 * @returns null where there are no such tables
 */
export async function linuxListeners(proc: string): Promise<readonly ListenerFacts[] | null> {
  const tables = await Promise.all(
    ['tcp', 'tcp6'].map((name) => readFile(path.join(proc, 'net', name), 'utf8').catch(() => null)),
  );
  if (tables.every((one) => one === null)) return null;
  const rows = tables.flatMap((text) => readListenTable(text ?? ''));
  const owners = await ownersOf(new Set(rows.map(({ inode }) => inode)), proc);
  return rows.map(({ address, port, inode }) => ({
    port,
    address,
    pid: owners.get(inode) ?? null,
  }));
}

/** Reads the rows in state LISTEN of a table of /proc/net. Pure; other lines are passed over. */
export function readListenTable(text: string): readonly ListenRow[] {
  return text.split('\n').flatMap((line) => {
    const [, local = '', , state, , , , , , inode = ''] = line.trim().split(/\s+/);
    const [, address = '', port = ''] =
      /^([0-9A-F]{8}|[0-9A-F]{32}):([0-9A-F]{4})$/.exec(local) ?? [];
    if (state !== LISTEN || address === '' || !/^\d+$/.test(inode)) return [];
    return [{ address: addressOf(address), port: parseInt(port, 16), inode }];
  });
}

/** The kernel prints words of four bytes, each with its last byte first on the machines we know. */
function addressOf(hex: string): string {
  const bytes = (hex.match(/.{8}/g) ?? []).flatMap((word) =>
    (word.match(/../g) ?? []).reverse().map((byte) => parseInt(byte, 16)),
  );
  if (bytes.length === 4) return bytes.join('.');
  const isMapped =
    bytes.slice(0, 10).every((one) => one === 0) && bytes[10] === 255 && bytes[11] === 255;
  if (isMapped) return bytes.slice(12).join('.');
  return shortened(Array.from({ length: 8 }, (_, at) => group(bytes, at)));
}

function group(bytes: readonly number[], at: number): string {
  return (((bytes[2 * at] ?? 0) << 8) | (bytes[2 * at + 1] ?? 0)).toString(16);
}

/** RFC 5952 §4.2 for the addresses that are listened on: `::` and `::1`, others in full. */
function shortened(groups: readonly string[]): string {
  const zeros = groups.findIndex((one) => one !== '0');
  if (zeros === -1) return '::';
  return zeros >= 2 ? `::${groups.slice(zeros).join(':')}` : groups.join(':');
}

/** Which processes hold these sockets, as far as this user may look into them. */
async function ownersOf(
  inodes: ReadonlySet<string>,
  proc: string,
): Promise<ReadonlyMap<string, number>> {
  const owners = new Map<string, number>();
  const names = await readdir(proc).catch(() => []);
  for (const pid of names.filter((name) => /^\d{1,10}$/.test(name))) {
    if (owners.size === inodes.size) break;
    for (const inode of socketsOf(path.join(proc, pid, 'fd'))) {
      // A socket that a child inherited is told with the older process.
      if (inodes.has(inode) && !owners.has(inode)) owners.set(inode, Number(pid));
    }
  }
  return owners;
}

/** At once and not one by one: these files are the kernel's memory, and there are thousands. */
function socketsOf(folder: string): readonly string[] {
  return namesIn(folder).flatMap(
    (name) => /^socket:\[(\d+)\]$/.exec(linkAt(`${folder}/${name}`))?.[1] ?? [],
  );
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function linkAt(file: string): string {
  try {
    return readlinkSync(file);
  } catch {
    return '';
  }
}
