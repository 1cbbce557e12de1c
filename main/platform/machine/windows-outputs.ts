/**
 * What the programs of Windows print, in any language: only numbers, addresses and names of programs
 * are read, no header and no word. Pure. How checked: against recorded forms in English and German,
 * not on a Windows machine.
 */
import type { ListenerFacts, ProcessFacts } from '../../engine/ports.ts';

/** Comma-separated, without a header; `/V` adds the window's title as the last column. */
export const TASKS = ['/FO', 'CSV', '/NH', '/V'] as const;
export const TASKS_WITHOUT_WINDOWS = ['/FO', 'CSV', '/NH'] as const;
export const SOCKETS = ['-ano'] as const;
export const EXCLUDED_PORTS = [
  'interface',
  'ipv4',
  'show',
  'excludedportrange',
  'protocol=tcp',
] as const;

/** Columns of `tasklist /V`; without it there are five. */
const TITLE_COLUMN = 8;

/**
 * Reads tasklist. Whose process it is and what it costs is left out. A program without a window has
 * the title `N/A` in the system's language, so that a title counts as one only where it names the
 * program or differs from that of the system's own processes.
 */
export function readTasks(text: string): readonly ProcessFacts[] {
  const rows = text.split(/\r?\n/).map(columnsOf);
  const none = titleOfNone(rows);
  return rows.flatMap((columns) => {
    const [program = '', pid = ''] = columns;
    if (program === '' || !/^\d{1,10}$/.test(pid)) return [];
    const title = columns[TITLE_COLUMN];
    const hasWindow = title === undefined || none === null ? null : title !== none && title !== '';
    return [{ pid: Number(pid), parent: null, program, args: [], hasWindow }];
  });
}

/** What stands for "no window" in this language: the title of the idle process, which has the id 0. */
function titleOfNone(rows: readonly (readonly string[])[]): string | null {
  const idle = rows.find(([, pid]) => pid === '0') ?? rows.find(([, pid]) => pid === '4');
  return idle?.[TITLE_COLUMN] ?? null;
}

/** The cells of a line; quotation marks within are doubled (RFC 4180 §2). */
function columnsOf(line: string): readonly string[] {
  return Array.from(line.matchAll(/"((?:[^"]|"")*)"(?:,|$)/g), ([, cell = '']) =>
    cell.replaceAll('""', '"'),
  );
}

/** Reads netstat: a socket that listens is one whose other side has the port 0. */
export function readSockets(text: string): readonly ListenerFacts[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [, address = '', port = '', pid = ''] =
      /^\s*TCP\s+(\S+):(\d{1,5})\s+\S+:0\s+.*?(\d{1,10})\s*$/.exec(line) ?? [];
    if (port === '' || Number(port) > 65_535) return [];
    return [{ port: Number(port), address: address.replace(/^\[(.*)\]$/, '$1'), pid: Number(pid) }];
  });
}

/** Reads netsh: lines of two ports, with or without the star of an administered range. */
export function readExcludedPorts(
  text: string,
): readonly { readonly from: number; readonly to: number }[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [, first, last] = /^\s*(\d{1,5})\s+(\d{1,5})(?:\s+\*)?\s*$/.exec(line) ?? [];
    const [from, to] = [Number(first), Number(last)];
    return first !== undefined && from <= to && to <= 65_535 ? [{ from, to }] : [];
  });
}

/** The text of a value that `reg query` prints, or null. */
export function readRegistryText(text: string): string | null {
  return /\sREG_(?:EXPAND_)?SZ[ \t]+([^\r\n]*\S)/.exec(text)?.[1] ?? null;
}

/** The program of a command line in the registry, without its arguments. */
export function programOfCommand(command: string): string | null {
  const [, quoted, plain] =
    /^\s*(?:"([^"]{1,1000})"|(.{1,1000}?\.exe)(?=\s|$)|\S)/i.exec(command) ?? [];
  return quoted ?? plain ?? (command.trim().split(/\s+/)[0] || null);
}

/** Keys that say which command opens a scheme: the user's own first. */
export function schemeKeys(scheme: string): readonly string[] {
  return ['HKCU', 'HKLM'].map(
    (root) => `${root}\\Software\\Classes\\${scheme}\\shell\\open\\command`,
  );
}

/** The key that names the program that the user chose for a scheme. */
export function choiceKey(scheme: string): string {
  return `HKCU\\Software\\Microsoft\\Windows\\Shell\\Associations\\UrlAssociations\\${scheme}\\UserChoice`;
}
