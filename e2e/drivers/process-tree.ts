import { readdir, readFile, readlink } from 'node:fs/promises';

/** One process of Linux's /proc. */
export interface ProcessFacts {
  readonly pid: number;
  readonly parent: number;
  readonly args: readonly string[];
}

/**
 * All processes below one, itself not included. Linux only.
 * @param root whose children and theirs to list
 */
export async function processesBelow(root: number): Promise<readonly ProcessFacts[]> {
  const names = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const all = (await Promise.all(names.map(readProcess))).filter((one) => one !== null);
  const below = (parent: number): readonly ProcessFacts[] =>
    all.filter((one) => one.parent === parent).flatMap((one) => [one, ...below(one.pid)]);
  return below(root);
}

/** A process may be gone before it is read. */
async function readProcess(name: string): Promise<ProcessFacts | null> {
  try {
    const stat = await readFile(`/proc/${name}/stat`, 'utf8');
    const args = (await readFile(`/proc/${name}/cmdline`, 'utf8')).split('\0').slice(0, -1);
    // The program's name may hold anything but stands in the last pair of brackets.
    const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' ? null : { pid: Number(name), parent: Number(parent), args };
  } catch {
    return null;
  }
}

/**
 * The local addresses (hexadecimal, as the kernel writes them) at which processes listen for TCP, or
 * hold a bound UDP socket. Linux only.
 * @param pids whose sockets to look for
 */
export async function listeningSockets(pids: readonly number[]): Promise<readonly string[]> {
  const owned = new Set((await Promise.all(pids.map(socketsOf))).flat());
  const tables = await Promise.all(
    ['tcp', 'tcp6', 'udp', 'udp6'].map((table) =>
      readFile(`/proc/net/${table}`, 'utf8').catch(() => ''),
    ),
  );
  return tables.flatMap((text, table) =>
    text
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      // 0A is LISTEN; UDP knows no such state, so every bound socket counts.
      .filter(([, , , state, ...rest]) => (table > 1 || state === '0A') && owned.has(rest[5] ?? ''))
      .map(([, local]) => local ?? ''),
  );
}

async function socketsOf(pid: number): Promise<readonly string[]> {
  const folder = `/proc/${pid}/fd`;
  const names = await readdir(folder).catch(() => []);
  const links = await Promise.all(
    names.map((name) => readlink(`${folder}/${name}`).catch(() => '')),
  );
  return links.flatMap((link) => /^socket:\[(\d+)\]$/.exec(link)?.[1] ?? []);
}
