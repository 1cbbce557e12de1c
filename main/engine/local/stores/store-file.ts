import type { ConfigState } from '../../../contract/report.ts';
import type { Ports } from '../../ports.ts';
import { decodeText } from '../decode-text.ts';
import { isObject, type StoreObject } from './store-values.ts';

/** A file of a store, read as JSON. Its values go no further than the readers in this folder. */
export interface StoreFile {
  readonly state: ConfigState | 'protected';
  readonly detail: string | null;
  readonly modifiedAt: number | null;
  /** The object in it; empty where there is none. */
  readonly json: StoreObject;
}

/** Larger than any store that was seen, by far. */
const STORE_LIMIT = 4 * 1024 * 1024;
const PROTECTED = new Set(['permission denied', 'the system does not permit it']);

/**
 * Reads one file of a store. Never rejects for what lies on the disk.
 * @param path the file
 * @returns null where there is none
 */
export async function readStoreFile(
  path: string,
  { files }: Pick<Ports, 'files'>,
): Promise<StoreFile | null> {
  const [read, facts] = await Promise.all([
    files.read(path, STORE_LIMIT).catch(() => UNREADABLE),
    files.stat(path).catch(() => null),
  ]);
  if (read.kind === 'missing') return null;
  const modifiedAt = facts?.modifiedAt ?? null;
  if (read.kind === 'bytes') return { ...parsed(read.bytes), modifiedAt };
  const reason = read.kind === 'unreadable' ? read.reason : null;
  const state = reason !== null && PROTECTED.has(reason) ? 'protected' : read.kind;
  return { state, detail: reason, modifiedAt, json: {} };
}

const UNREADABLE = { kind: 'unreadable', reason: 'it could not be read' } as const;

/** The parser's own message is not used: it quotes the text, and the text can be a token (H1). */
function parsed(bytes: Uint8Array): Omit<StoreFile, 'modifiedAt'> {
  const { text } = decodeText(bytes);
  if (text.trim() === '') return { state: 'empty', detail: 'The file is empty.', json: {} };
  try {
    const json: unknown = JSON.parse(text);
    return isObject(json)
      ? { state: 'ok', detail: null, json }
      : { state: 'broken', detail: 'It holds no JSON object.', json: {} };
  } catch {
    return { state: 'broken', detail: 'It is not valid JSON.', json: {} };
  }
}
