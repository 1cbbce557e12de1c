import { isStrictJson, readDocument, type JsonDocument } from './json-document.ts';
import { readText, writeText, type ConfigText } from './config-text.ts';
import { EditRefusal } from './refusal.ts';
import { applySplices, type Splice } from './splices.ts';

/** A note on what was done that the diff alone does not say. */
export interface EditNote {
  readonly file: string;
  readonly text: string;
}

const NEW_FILE: ConfigText = { text: '', encoding: 'utf-8', byteOrderMark: false };

/** The files of a plan while it is worked through. What is not edited stays the very same bytes. */
export class EditFiles {
  readonly #bytes: Map<string, Uint8Array | null>;
  readonly #texts = new Map<string, ConfigText>();
  readonly #notes: EditNote[] = [];

  constructor(files: ReadonlyMap<string, Uint8Array | null>) {
    this.#bytes = new Map(files);
  }

  /** @throws EditRefusal where it is no text or was not read; a file that is not there is empty */
  textOf(file: string): ConfigText {
    const known = this.#texts.get(file);
    if (known !== undefined) return known;
    const bytes = this.#bytes.get(file);
    if (bytes === undefined) throw new EditRefusal('The file was not read before.', file);
    const read = bytes === null ? NEW_FILE : readText(bytes);
    if ('problem' in read) throw new EditRefusal(read.problem, file);
    this.#texts.set(file, read);
    return read;
  }

  /** @throws EditRefusal where the text is broken */
  documentOf(file: string): JsonDocument {
    try {
      return readDocument(this.textOf(file).text);
    } catch (error) {
      throw inFile(error, file);
    }
  }

  edit(file: string, splices: readonly Splice[]): void {
    const { text } = this.textOf(file);
    const changed = applySplices(text, splices);
    if (changed !== text) this.writeAs(file, { ...this.textOf(file), text: changed });
  }

  /** Writes it in another encoding too. */
  writeAs(file: string, changed: ConfigText): void {
    this.#texts.set(file, changed);
    this.#bytes.set(file, writeText(changed));
  }

  /** @throws EditRefusal where the text was not read before */
  remove(file: string): void {
    if (!this.#bytes.has(file)) throw new EditRefusal('The file was not read before.', file);
    this.#bytes.set(file, null);
    this.#texts.delete(file);
  }

  note(file: string, text: string): void {
    this.#notes.push({ file, text });
  }

  /** Whether strict JSON is all that stands in a file; an empty one takes nothing else either. */
  isStrict(file: string): boolean {
    const { text } = this.textOf(file);
    return text.trim() === '' || isStrictJson(text);
  }

  /** The files as they are now, and what is to be said about them. */
  result(): { files: ReadonlyMap<string, Uint8Array | null>; notes: readonly EditNote[] } {
    return { files: new Map(this.#bytes), notes: [...this.#notes] };
  }
}

function inFile(error: unknown, file: string): unknown {
  return error instanceof EditRefusal ? new EditRefusal(error.message, error.file ?? file) : error;
}
