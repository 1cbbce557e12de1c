import type { BundlePreview } from '../../contract/repair.ts';
import type { ArchiveEntry, Hasher } from '../bundle-ports.ts';
import type { HiddenCount, Redactor } from '../redact/redactor.ts';
import { UNSHOWN } from './masked-config.ts';
import type { BundleSource } from './bundle-source.ts';

type Listed = BundlePreview['entries'][number];

/** What became of a source when it was written. */
export interface EntryTally {
  readonly listed: Listed;
  readonly from: string | null;
  /** What it still held after redaction, by kind; empty where it is clean. */
  readonly left: readonly string[];
}

/** An entry of the archive, and what it was once it is written. */
export interface RedactedEntry {
  readonly entry: ArchiveEntry;
  /** Null until it was read to its end. */
  readonly tally: () => EntryTally | null;
}

/**
 * Redacts a source while it is written, counts what is hidden, hashes what goes out and looks at it
 * again (safety H8, H10, H11). Memory does not grow with the text.
 */
export function redactedEntry(
  source: BundleSource,
  redactor: Redactor,
  newHash: () => Hasher,
): RedactedEntry {
  let tally: EntryTally | null = null;
  async function* pieces(): AsyncGenerator<string> {
    const before = redactor.counts();
    const [stream, scan, hash] = [redactor.stream(), redactor.scanner(), newHash()];
    let [size, unshown] = [0, 0];
    const note = (text: string): string => {
      const bytes = new TextEncoder().encode(text);
      hash.update(bytes);
      scan.push(text);
      size += bytes.length;
      unshown += text.split(UNSHOWN).length - 1;
      return text;
    };
    const edges = joinedHalves();
    for await (const piece of source.pieces()) {
      const text = edges.push(stream.push(piece));
      if (text !== '') yield note(text);
    }
    const rest = edges.push(stream.end()) + edges.end();
    if (rest !== '') yield note(rest);
    const hidden = [...grown(before, redactor.counts()), ...other(unshown)];
    tally = {
      listed: {
        ...{ name: source.name, what: redactor.text(source.what), size, hash: hash.hex(), hidden },
      },
      from: source.from === null ? null : redactor.text(source.from),
      left: [...new Set(scan.end().map(({ kind }) => kind))],
    };
  }
  return { entry: { name: source.name, pieces }, tally: () => tally };
}

/** No piece ends between the halves of a character, whose bytes would be others then. */
function joinedHalves() {
  let held = '';
  return {
    push(text: string): string {
      const all = held + text;
      const code = all.charCodeAt(all.length - 1);
      const isHalf = code >= 0xd800 && code <= 0xdbff;
      held = isHalf ? all.slice(-1) : '';
      return isHalf ? all.slice(0, -1) : all;
    },
    end: () => held,
  };
}

function grown(before: readonly HiddenCount[], after: readonly HiddenCount[]) {
  return after.flatMap(({ kind, count }): Listed['hidden'] => {
    const was = before.find((one) => one.kind === kind)?.count ?? 0;
    return count === was ? [] : [{ kind, count: count - was }];
  });
}

function other(count: number): Listed['hidden'] {
  return count === 0 ? [] : [{ kind: 'other value', count }];
}
