import type { LogFormat } from '../../model/log-evidence.ts';
import type { LogSource } from './log-reader.ts';
import type { LogLocation } from './locations.ts';

/** What a file of a log folder is, by its name alone. */
export interface NamedLog {
  readonly name: string;
  readonly format: LogFormat;
  readonly server: string | null;
  readonly hash: string | null;
}

/**
 * Tells the logs among the names of a folder.
 * @param names as listed
 * @param location its row
 * @returns in the given order; names of other files are left out
 */
export function namedLogs(names: readonly string[], location: LogLocation): readonly NamedLog[] {
  const found = names.flatMap((name) => namedLog(name, location));
  const servers = new Set(found.map(({ server }) => server));
  return found.map((one) => ({ ...one, server: withoutRotation(one.server, servers) }));
}

function namedLog(name: string, { names }: LogLocation): NamedLog[] {
  for (const { format, pattern } of names) {
    const match = pattern.exec(name);
    const { server = null, hash = null } = match?.groups ?? {};
    if (match !== null) return [{ name, format, server, hash }];
  }
  return [];
}

/** `mcp-server-acme1.log` is the older part of `mcp-server-acme.log` where that one is there. */
function withoutRotation(
  server: string | null,
  servers: ReadonlySet<string | null>,
): string | null {
  const base = server?.replace(/\d{1,3}$/, '') ?? null;
  return base !== null && base !== '' && servers.has(base) ? base : server;
}

/** Of which server, project and file a log is, by its path and its row. */
export function sourceOf(
  { client, folders }: LogLocation,
  folder: string,
  file: string,
  { format, server, hash }: NamedLog,
): LogSource {
  const parts = folder.split(/[\\/]/).reverse();
  const named = (what: 'server' | 'project'): string | null => {
    const at = folders.indexOf(what);
    return at === -1 ? null : (parts[at] ?? null);
  };
  return {
    client,
    format,
    file,
    server: server ?? named('server')?.replace(/^mcp-logs-/, '') ?? null,
    project: named('project'),
    hash,
  };
}
