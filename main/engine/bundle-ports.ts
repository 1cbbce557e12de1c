/** What writing a bundle needs from outside. */

/** One file of an archive; its name is of ours, never a path from outside (safety H11). */
export interface ArchiveEntry {
  readonly name: string;
  /** UTF-8 text in pieces, so that a large log is never held whole. Called once, in the given order. */
  readonly pieces: () => AsyncIterable<string>;
}

export interface Archives {
  /**
   * Writes a zip at once, 0600, with fixed dates and names, and reads it again.
   * @param path chosen by the user through the host (a dialog, or the command line), or our own
   * @returns its size and the SHA-256 of each entry as it reads from the disk
   * @throws AppError `file-unwritable`, `bundle-too-large`, `stopped`; what an entry throws
   */
  write(
    path: string,
    entries: readonly ArchiveEntry[],
    signal: AbortSignal,
  ): Promise<WrittenArchive>;
  /** Writes an archive that was written here a second time, elsewhere; the same promise as `write`. */
  copy(from: string, path: string, signal: AbortSignal): Promise<WrittenArchive>;
  /** Reads an entry back, in pieces. @throws AppError `file-unreadable` */
  read(path: string, name: string): AsyncIterable<string>;
  /** Takes an archive away, where there is one. @throws AppError `file-unwritable` */
  remove(path: string): Promise<void>;
}
export interface WrittenArchive {
  readonly size: number;
  readonly entries: readonly {
    readonly name: string;
    readonly size: number;
    readonly hash: string;
  }[];
}

/** Reads logs as text, in pieces. */
export interface LogTexts {
  /**
   * The newest part of a log, from the beginning of a line on, as it is now: what is written to it
   * meanwhile is left out. Bytes that are no text become U+FFFD.
   * @throws AppError `file-unreadable`
   */
  read(path: string, newestBytes: number, signal: AbortSignal): AsyncIterable<string>;
}

/** SHA-256 of what is given piece by piece. */
export interface Hasher {
  update(bytes: Uint8Array): void;
  hex(): string;
}
