import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Changes, FileNow, Obstacle, Written } from '../repair-ports.ts';

/** A file of the fake: text is UTF-8. */
export interface FakeFile {
  readonly bytes: Uint8Array;
  readonly mode: number;
  readonly modifiedAt: number;
}

/** A step at which a test can step in, with the path. */
export type FakeStep = 'inspect' | 'write' | 'remove' | 'sweep';

export interface FakeChanges extends Changes {
  readonly files: Map<string, FakeFile>;
  /** By path: where a link leads. */
  readonly links: Map<string, string>;
  readonly obstacles: Map<string, { readonly obstacle: Obstacle; readonly reason: string }>;
  /** Every call as `write PATH`, in order. */
  readonly calls: string[];
  /** Called before each call with its number from 1: may change files, throw, or give a refusal. */
  before: (call: number, step: FakeStep, path: string) => Refusal | null | Promise<Refusal | null>;
  /** Called between the last look and the rename, as a writer would come in between. */
  inBetween: (path: string) => void;
  put(path: string, content: string | Uint8Array, mode?: number): void;
  /** Null where it is not there. */
  text(path: string): string | null;
}
type Refusal = Extract<Written, { readonly kind: 'refused' }>;

/** The Changes port in memory; it keeps CHANGES_CONTRACT. */
export function createFakeChanges(tree: Readonly<Record<string, string>> = {}): FakeChanges {
  const fake: FakeChanges = {
    files: new Map(),
    links: new Map(),
    obstacles: new Map(),
    calls: [],
    before: () => null,
    inBetween: () => undefined,
    put: (path, content, mode = 0o600) => put(fake, path, content, mode),
    text: (path) => textAt(fake, path),
    async inspect(path) {
      await called(fake, 'inspect', path);
      return now(fake, path);
    },
    write: (path, bytes, expected, mode) =>
      changed(fake, 'write', path, expected, ({ realPath, mode: old }) =>
        put(fake, realPath, bytes, mode ?? old ?? 0o600),
      ),
    remove: (path, expected) =>
      changed(fake, 'remove', path, expected, ({ realPath }) => fake.files.delete(realPath)),
    async sweep(paths) {
      await called(fake, 'sweep', paths.join(' '));
      return [];
    },
  };
  for (const [path, text] of Object.entries(tree)) fake.put(path, text);
  return fake;
}

async function called(fake: FakeChanges, step: FakeStep, path: string): Promise<Refusal | null> {
  fake.calls.push(`${step} ${path}`);
  return fake.before(fake.calls.length, step, path);
}

async function changed(
  fake: FakeChanges,
  step: FakeStep,
  path: string,
  expected: string | null,
  work: (now: FileNow) => void,
): Promise<Written> {
  const refused = await called(fake, step, path);
  if (refused !== null) return refused;
  const first = now(fake, path);
  if (first.obstacle !== null)
    return { kind: 'refused', reason: first.reason ?? '', code: first.obstacle };
  fake.inBetween(path);
  const last = now(fake, path);
  if (last.hash !== expected) return { kind: 'changed', now: last };
  work(last);
  return { kind: 'done' };
}

function put(fake: FakeChanges, path: string, content: string | Uint8Array, mode: number): void {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content.slice();
  const modifiedAt = 1 + Math.max(0, ...[...fake.files.values()].map((one) => one.modifiedAt));
  fake.files.set(path, { bytes, mode, modifiedAt });
}

function textAt(fake: FakeChanges, path: string): string | null {
  const file = fake.files.get(fake.links.get(path) ?? path);
  return file === undefined
    ? null
    : new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.bytes);
}

function now(fake: FakeChanges, path: string): FileNow {
  const realPath = fake.links.get(path) ?? path;
  const file = fake.files.get(realPath) ?? null;
  const inTheWay = fake.obstacles.get(path) ?? null;
  return {
    ...{ path, realPath, exists: file !== null || inTheWay !== null },
    bytes: file?.bytes.slice() ?? null,
    hash: file === null ? null : bytesToHex(sha256(file.bytes)),
    mode: file?.mode ?? null,
    modifiedAt: file?.modifiedAt ?? null,
    hardLinks: file === null ? 0 : 1,
    obstacle: inTheWay?.obstacle ?? null,
    reason: inTheWay?.reason ?? null,
  };
}
