import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Folders to play with; nothing of `outside` may ever be seen. */
export interface Ground {
  readonly home: string;
  readonly outside: string;
}

/** A home that somebody else made. */
export interface HostileHome {
  readonly name: string;
  /** @returns what ends what was started for it, if anything was */
  readonly make: (ground: Ground) => Promise<void | (() => Promise<void>)>;
  /** Servers that must still be read, because nothing is wrong with their own file. */
  readonly keeps?: readonly string[];
  /** Texts that no report may hold. */
  readonly never?: readonly (string | RegExp)[];
}

/** Stands in everything outside the home. */
export const STOLEN = 'stolen-from-outside';

/** Every file that a client has in a home of Linux, logs and stores too. */
const FILES = [
  '.config/Claude/claude_desktop_config.json',
  '.config/Claude/logs/mcp.log',
  '.config/Claude/logs/main.log',
  '.config/Claude/logs/mcp-server-acme.log',
  '.claude.json',
  '.claude/settings.json',
  '.claude/.credentials.json',
  '.claude/mcp-needs-auth-cache.json',
  '.claude/debug/1c816a73-e75f-4c74-86a8-36c5c2aade6c.txt',
  '.cache/claude-cli-nodejs/-home-sam/mcp-logs-acme/2026-11-20T09-00-00-000Z.jsonl',
  '.mcp-auth/mcp-remote-v1/0123456789abcdef0123456789abcdef_tokens.json',
  '.mcp-auth/mcp-remote-v1/0123456789abcdef0123456789abcdef_client_info.json',
  '.mcp-auth/mcp-remote-v1/0123456789abcdef0123456789abcdef_lock.json',
  '.mcp-auth/mcp-remote-v1/0123456789abcdef0123456789abcdef_debug.log',
  '.cursor/mcp.json',
  '.codex/config.toml',
  '.codeium/windsurf/mcp_config.json',
  '.gemini/settings.json',
] as const;

/** Puts something at every place where a client has a file; the folders above are made. */
export async function everywhere(
  { home }: Ground,
  put: (file: string, name: string) => Promise<unknown>,
): Promise<void> {
  for (const name of FILES) {
    const file = path.join(home, name);
    await mkdir(path.dirname(file), { recursive: true });
    await put(file, name);
  }
}

/** Makes the home, does the work and removes everything. */
export async function withHostileHome<T>(
  { make }: HostileHome,
  work: (ground: Ground) => Promise<T>,
): Promise<T> {
  const root = await realpath(await mkdtemp(path.join(tmpdir(), 'unblank-hostile-')));
  const ground = { home: path.join(root, 'home'), outside: path.join(root, 'outside') };
  let end: void | (() => Promise<void>) = undefined;
  try {
    for (const folder of Object.values(ground)) await mkdir(folder);
    end = await make(ground);
    return await work(ground);
  } finally {
    await end?.();
    await rm(root, { recursive: true, force: true });
  }
}
