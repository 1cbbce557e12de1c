import type { FileFacts, FileRead, Files } from '../ports.ts';

/** What lies at a path: text, bytes, an empty folder, or something that cannot be read. */
export type FakeEntry = string | Uint8Array | FakeFolder | FakeUnreadable;
interface FakeFolder {
  readonly kind: 'folder';
}
interface FakeUnreadable {
  readonly kind: 'unreadable';
  readonly reason: string;
}
/** By absolute path with `/`; folders above a file are there by themselves. */
export type FakeTree = Readonly<Record<string, FakeEntry>>;

export interface FakeFiles extends Files {
  /** Paths that were read or listed, in order. */
  readonly asked: readonly string[];
  /** Puts, replaces or (null) removes what lies at a path. */
  put(path: string, entry: FakeEntry | null): void;
}

/** An empty folder. */
export function fakeFolder(): FakeEntry {
  return { kind: 'folder' };
}

/** A file that is there and cannot be read. */
export function fakeUnreadable(reason: string): FakeEntry {
  return { kind: 'unreadable', reason };
}

/** The Files port over an object; text is UTF-8. */
export function createFakeFiles(tree: FakeTree = {}): FakeFiles {
  const entries = new Map<string, FakeEntry>(Object.entries(tree));
  const asked: string[] = [];
  return {
    asked,
    put(path, entry) {
      if (entry === null) entries.delete(path);
      else entries.set(path, entry);
    },
    read(path, limit) {
      asked.push(path);
      return Promise.resolve(readEntry(entries, path, limit));
    },
    list(path) {
      asked.push(path);
      return Promise.resolve(namesIn(entries, path));
    },
    stat(path) {
      asked.push(path);
      return Promise.resolve(factsOf(entries, path));
    },
  };
}

function readEntry(entries: Map<string, FakeEntry>, path: string, limit: number): FileRead {
  const entry = entries.get(path);
  if (entry === undefined) {
    return namesIn(entries, path).length > 0 ? { kind: 'folder' } : { kind: 'missing' };
  }
  if (typeof entry === 'object' && 'kind' in entry) return entry;
  const bytes = typeof entry === 'string' ? new TextEncoder().encode(entry) : entry;
  return bytes.length > limit
    ? { kind: 'too-large', size: bytes.length }
    : { kind: 'bytes', bytes: bytes.slice() };
}

function factsOf(entries: Map<string, FakeEntry>, path: string): FileFacts | null {
  const read = readEntry(entries, path, Number.MAX_SAFE_INTEGER);
  if (read.kind === 'missing') return null;
  const size = read.kind === 'bytes' ? read.bytes.length : 0;
  const kind = read.kind === 'folder' ? 'folder' : 'file';
  return { kind, size, modifiedAt: 0, mode: 0o600, linksTo: null };
}

function namesIn(entries: Map<string, FakeEntry>, path: string): readonly string[] {
  const prefix = path.endsWith('/') ? path : `${path}/`;
  const names = [...entries.keys()]
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length).split('/')[0] ?? '');
  return [...new Set(names)].filter((name) => name !== '').sort();
}
