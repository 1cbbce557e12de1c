import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { AppError } from '../../../contract/errors.ts';
import type { Archives, Hasher, LogTexts, WrittenArchive } from '../../bundle-ports.ts';
import type { Files } from '../../ports.ts';

export interface FakeArchives extends Archives {
  /** By path: entries by name, in their order. */
  readonly archives: Map<string, Map<string, string>>;
  /** Largest archive in characters. */
  limit: number;
  /** What the disk keeps of an entry, in place of what was written. */
  kept: (path: string, name: string, text: string) => string;
}

/** The Archives port in memory, without compression. */
export function createFakeArchives(): FakeArchives {
  const archives = new Map<string, Map<string, string>>();
  const fake: FakeArchives = {
    archives,
    limit: Number.POSITIVE_INFINITY,
    kept: (_path, _name, text) => text,
    async write(path, entries) {
      const texts = new Map<string, string>();
      for (const { name, pieces } of entries) {
        let text = '';
        for await (const piece of pieces()) text += piece;
        texts.set(name, fake.kept(path, name, text));
      }
      if (sizeOf(texts) > fake.limit) throw new AppError('bundle-too-large', { limit: '25 MB' });
      archives.set(path, texts);
      return writtenOf(texts);
    },
    async copy(from, path) {
      const texts = new Map(archives.get(from));
      for (const [name, text] of texts) texts.set(name, fake.kept(path, name, text));
      archives.set(path, texts);
      return writtenOf(texts);
    },
    async *read(path, name) {
      const text = archives.get(path)?.get(name) ?? '';
      for (let at = 0; at < text.length; at += 1000) yield text.slice(at, at + 1000);
    },
    async remove(path) {
      archives.delete(path);
    },
  };
  return fake;
}

/** Logs as the Files port has them, in pieces that end anywhere. */
export function createFakeLogTexts(files: Files): LogTexts {
  return {
    async *read(path, newestBytes) {
      const read = await files.read(path, Number.MAX_SAFE_INTEGER);
      if (read.kind !== 'bytes')
        throw new AppError('file-unreadable', { file: path, reason: 'it is gone' });
      const text = new TextDecoder().decode(read.bytes.subarray(-newestBytes));
      for (let at = 0; at < text.length; at += 77) yield text.slice(at, at + 77);
    },
  };
}

/** SHA-256 over what is given. */
export function newFakeHash(): Hasher {
  const hash = sha256.create();
  return { update: (bytes) => void hash.update(bytes), hex: () => bytesToHex(hash.digest()) };
}

function sizeOf(texts: ReadonlyMap<string, string>): number {
  return [...texts.values()].reduce((all, one) => all + one.length, 0);
}

function writtenOf(texts: ReadonlyMap<string, string>): WrittenArchive {
  const entries = [...texts].map(([name, text]) => {
    const bytes = new TextEncoder().encode(text);
    return { name, size: bytes.length, hash: bytesToHex(sha256(bytes)) };
  });
  return { size: sizeOf(texts), entries };
}
