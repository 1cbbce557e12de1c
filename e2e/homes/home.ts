import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, realpath, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { System } from '../../main/contract/words.ts';
import { LAYOUTS, PACKAGE } from './home-layout.ts';

type Json = Readonly<Record<string, unknown>>;
/** Text is written as it stands, bytes too; an object as JSON with an entry per line. */
type Content = string | Uint8Array | Json;

/** The first part of the names of mcp-remote's files for an address. */
function remoteHash(url: string): string {
  return createHash('md5').update(url).digest('hex');
}

/** The name of a project folder as the user of a fixture home has it. */
export const PROJECT = '/home/sam/shop';

/** What lies in a home folder and in a project, written down before it is written out. */
export interface Home {
  readonly os: System;
  /** Any file, from the home folder on. */
  readonly with: (file: string, content: Content) => Home;
  /** `claude_desktop_config.json`. */
  readonly claudeDesktop: (config: Content) => Home;
  /** The same inside the Windows package. */
  readonly claudePackage: (config: Content) => Home;
  /** `mcp.log`, `main.log` or `mcp-server-NAME.log`. */
  readonly desktopLog: (name: string, lines: readonly string[]) => Home;
  readonly thirdPartyLog: (lines: readonly string[]) => Home;
  /** `~/.claude.json`. */
  readonly claudeCode: (state: Content) => Home;
  readonly codeSettings: (settings: Content) => Home;
  /** What Claude Code keeps of sign-ins. */
  readonly codeSignIns: (credentials: Json) => Home;
  readonly needsAuth: (cache: Json) => Home;
  /** Lines of Claude Code's log of one server. */
  readonly codeLog: (server: string, lines: readonly string[]) => Home;
  /** A file of mcp-remote for one address: `tokens.json`, `client_info.json`, `lock.json` … */
  readonly remoteFile: (url: string, name: string, content: Content) => Home;
  readonly project: (file: string, content: Content) => Home;
  /** Makes the last file that long without writing it: what is not written reads as zeros. */
  readonly padded: (bytes: number) => Home;
}

interface Written {
  readonly file: string;
  readonly content: Content;
  readonly bytes?: number;
}
const FILES = new WeakMap<Home, readonly Written[]>();

/** A home folder with nothing in it. */
export function home(os: System): Home {
  return withFiles(os, []);
}

function withFiles(os: System, files: readonly Written[]): Home {
  const layout = LAYOUTS[os];
  const add = (file: string, content: Content) => withFiles(os, [...files, { file, content }]);
  const inHome = (file: string, content: Content) => add(`home/${file}`, content);
  const built: Home = {
    os,
    with: inHome,
    claudeDesktop: (config) => inHome(`${layout.desktop}/claude_desktop_config.json`, config),
    claudePackage: (config) => inHome(`${PACKAGE}/claude_desktop_config.json`, config),
    desktopLog: (name, lines) => inHome(`${layout.desktopLogs}/${name}`, textOf(lines)),
    thirdPartyLog: (lines) => inHome(`${layout.thirdPartyLogs}/main.log`, textOf(lines)),
    claudeCode: (state) => inHome('.claude.json', state),
    codeSettings: (settings) => inHome('.claude/settings.json', settings),
    codeSignIns: (credentials) => inHome('.claude/.credentials.json', credentials),
    needsAuth: (cache) => inHome('.claude/mcp-needs-auth-cache.json', cache),
    codeLog: (server, lines) =>
      inHome(`${codeLogFolder(os, server)}/2026-11-20T09-00-00-000Z.jsonl`, textOf(lines)),
    remoteFile: (url, name, content) =>
      inHome(`.mcp-auth/mcp-remote-v1/${remoteHash(url)}_${name}`, content),
    project: (file, content) => add(`project/${file}`, content),
    padded: (bytes) =>
      withFiles(
        os,
        files.map((one, at) => (at === files.length - 1 ? { ...one, bytes } : one)),
      ),
  };
  FILES.set(built, files);
  return built;
}

/** Where Claude Code logs a server, from the home folder on. */
export function codeLogFolder(os: System, server: string): string {
  return `${LAYOUTS[os].codeLogs}/${PROJECT.replaceAll('/', '-')}/mcp-logs-${server}`;
}

function textOf(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}

/** A home on the disk. */
export interface WrittenHome {
  readonly home: string;
  readonly project: string;
}

/** Writes a home into a folder of its own, does the work, and removes it. */
export async function withHome<T>(
  built: Home,
  work: (written: WrittenHome) => Promise<T>,
): Promise<T> {
  const root = await realpath(await mkdtemp(path.join(tmpdir(), 'unblank-fixture-')));
  try {
    for (const folder of ['home', 'project']) await mkdir(path.join(root, folder));
    for (const one of FILES.get(built) ?? []) await write(root, one);
    return await work({ home: path.join(root, 'home'), project: path.join(root, 'project') });
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

async function write(root: string, { file, content, bytes }: Written): Promise<void> {
  const place = path.join(root, ...file.split('/'));
  await mkdir(path.dirname(place), { recursive: true });
  const isText = typeof content === 'string' || content instanceof Uint8Array;
  await writeFile(place, isText ? content : JSON.stringify(content, null, 2));
  if (bytes !== undefined) await truncate(place, bytes);
}
