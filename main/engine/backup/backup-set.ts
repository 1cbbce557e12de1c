import * as z from 'zod';
import { backupSchema, type Backup } from '../../contract/repair.ts';

/** A newer one is left as it is (safety L5). */
const VERSION = 1;
const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** One file as it was: its bytes are the object of that hash (safety G12). */
const keptFileSchema = z.strictObject({
  /** As its client names it. */
  path: z.string().min(1),
  /** Where a link led; the same as `path` without one. */
  realPath: z.string().min(1),
  hash,
  size: z.int().nonnegative(),
  /** Permission bits; null where it had none. */
  mode: z.int().min(0).max(0o7777).nullable(),
  /** Milliseconds since 1970. */
  modifiedAt: z.number().nullable(),
});
export type KeptFile = z.infer<typeof keptFileSchema>;

const setSchema = z.strictObject({
  version: z.literal(VERSION),
  /** For who finds the file: what it belongs to holds secrets (safety G13). */
  holdsSecrets: z.literal(true),
  id: z.string(),
  /** Milliseconds since 1970. */
  at: z.number(),
  why: backupSchema.shape.why,
  /** Version of Unblank that wrote it. */
  tool: z.string(),
  files: z.array(keptFileSchema),
});
export type BackupSet = z.infer<typeof setSchema>;
export type BackupWhy = Backup['why'];

const fileSchema = z.strictObject({ checksum: hash, set: z.unknown() });
type Digest = (bytes: Uint8Array) => Promise<string>;

/** What a set's file says. */
export type ReadSet =
  | { readonly kind: 'set'; readonly set: BackupSet }
  | { readonly kind: 'newer' }
  | { readonly kind: 'damaged'; readonly reason: string };

/** The set of these files, of the version that this Unblank writes. */
export function newSet(set: Omit<BackupSet, 'version' | 'holdsSecrets'>): BackupSet {
  return { version: VERSION, holdsSecrets: true, ...set };
}

/** The bytes of a set's file: a checksum, and the set that it is of. */
export async function encodeSet(set: BackupSet, digest: Digest): Promise<Uint8Array> {
  const checksum = await digest(utf8(JSON.stringify(set)));
  return utf8(`${JSON.stringify({ checksum, set }, null, 1)}\n`);
}

/**
 * Reads a set's file. Only what `encodeSet` writes is a set: a file that says the same in other bytes
 * is damaged, so that no changed byte passes (safety G12).
 */
export async function decodeSet(bytes: Uint8Array, digest: Digest): Promise<ReadSet> {
  const parsed = parse(bytes);
  if (parsed === null) return damaged('It is not what Unblank writes.');
  const { checksum, set } = parsed;
  if (checksum !== (await digest(utf8(JSON.stringify(set)))))
    return damaged('Its checksum is not the one that was written.');
  if (isNewer(set)) return { kind: 'newer' };
  const read = setSchema.safeParse(set);
  if (!read.success) return damaged('It is not what Unblank writes.');
  const same = equal(bytes, await encodeSet(read.data, digest));
  return same ? { kind: 'set', set: read.data } : damaged('Some of its bytes were changed.');
}

function parse(bytes: Uint8Array): z.infer<typeof fileSchema> | null {
  try {
    return fileSchema.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    return null;
  }
}

function isNewer(set: unknown): boolean {
  const version = z.object({ version: z.number() }).safeParse(set);
  return version.success && version.data.version > VERSION;
}

function damaged(reason: string): ReadSet {
  return { kind: 'damaged', reason };
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function equal(one: Uint8Array, two: Uint8Array): boolean {
  return one.length === two.length && one.every((byte, at) => byte === two[at]);
}
