import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { RECORDED, type Capture } from './capture.ts';

/**
 * Reads a folder of recordings: `<client>-<version>/<scenario>/` with the files as the client left
 * them (`log1.jsonl` … in the order of its runs, `<hash>_debug.log`, `files.txt`).
 * @throws Error where a scenario names no server
 */
export function readCaptures(folder: string): readonly Capture[] {
  return RECORDED.flatMap((recorded) => {
    const own = path.join(folder, `${recorded.client}-${recorded.version}`);
    if (!existsSync(own)) return [];
    const scenarios = readdirSync(own).sort();
    return scenarios.map((scenario) => readCapture(path.join(own, scenario), recorded));
  });
}

function readCapture(folder: string, { client, version }: (typeof RECORDED)[number]): Capture {
  const names = readdirSync(folder).sort();
  const text = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
  const logs = names.filter((name) => /^log\d\.jsonl$|_debug\.log$/.test(name)).map(text);
  const files = names.includes('files.txt') ? text('files.txt').split('\n') : [];
  return {
    client,
    version,
    scenario: path.basename(folder),
    url: urlIn(logs, folder),
    logs,
    credentials: names.includes('credentials.json') ? text('credentials.json') : null,
    needsAuth: names.includes('mcp-needs-auth-cache.json')
      ? text('mcp-needs-auth-cache.json')
      : null,
    kept: files.flatMap((file) => /\/[0-9a-f]{32}_([^/]+)$/.exec(file)?.[1] ?? []),
  };
}

const NAMES_SERVER =
  /(?:Initializing HTTP transport to|mcp-remote with server URL:) (https?:[^\s"]+)/;

function urlIn(logs: readonly string[], folder: string): string {
  const found = NAMES_SERVER.exec(logs.join('\n'))?.[1];
  if (found === undefined) throw new Error(`No log in ${folder} names a server.`);
  return found;
}
