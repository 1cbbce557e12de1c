import { parse, type ParseError } from 'jsonc-parser';
import { parse as parseToml } from 'smol-toml';
import type { RepairCheck } from '../../../contract/repair.ts';
import { visible } from '../../redact/visible.ts';
import { readText } from '../edit/config-text.ts';
import type { FileStep } from './prepared.ts';

/** Files that could be read before a change and cannot after it: that is worse (safety G11). */
export function unparsed(files: readonly FileStep[]): readonly RepairCheck[] {
  return files
    .filter(({ path, before, after }) => faults(path, after) > faults(path, before.bytes))
    .map(({ path }) => ({
      what: `How ${visible(path)} reads`,
      result: 'worse',
      says: 'The file does not parse any more.',
    }));
}

/** How many mistakes a parser finds; none where there is no file, or one of another form. */
function faults(path: string, bytes: Uint8Array | null): number {
  const read = bytes === null ? null : readText(bytes);
  if (read === null) return 0;
  if ('problem' in read) return 1;
  if (/\.jsonc?$/i.test(path)) return jsonFaults(read.text);
  return /\.toml$/i.test(path) ? tomlFaults(read.text) : 0;
}

function jsonFaults(text: string): number {
  const errors: ParseError[] = [];
  parse(text, errors, { allowTrailingComma: true, disallowComments: false });
  return errors.length;
}

function tomlFaults(text: string): number {
  try {
    parseToml(text);
    return 0;
  } catch {
    return 1;
  }
}
