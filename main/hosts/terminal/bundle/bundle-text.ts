import type { BundlePreview } from '../../../contract/repair.ts';
import { visible } from '../../../engine/redact/visible.ts';
import { paragraph } from '../report/paragraph.ts';
import type { TerminalStyle } from '../report/terminal-style.ts';

/** The manifest of a bundle for people: each entry, what was hidden in it, what was left out. */
export function bundleText(preview: BundlePreview, style: TerminalStyle): string {
  const { entries, size, leftOut } = preview;
  const left = leftOut.map((one) => paragraph(visible(one), style.width, 2));
  return [
    style.bold(`${entries.length === 1 ? '1 entry' : `${entries.length} entries`}, ${size} bytes`),
    ...entries.map((one) => entryText(one, style)),
    ...(left.length === 0 ? [] : [[style.bold('Left out'), ...left].join('\n')]),
    style.dim(paragraph(HINT, style.width)),
    '',
  ].join('\n\n');
}

const HINT =
  'Read an entry exactly as it would be saved: unblank bundle --show NAME. Nothing is uploaded.';

function entryText(
  { name, what, size, hidden }: BundlePreview['entries'][number],
  style: TerminalStyle,
): string {
  const counts = hidden.map(({ kind, count }) => `${count} × ${visible(kind)}`).join(', ');
  const masked = counts === '' ? 'nothing had to be hidden' : `hidden: ${counts}`;
  return [
    `  ${style.bold(visible(name))}  ${style.dim(`${size} bytes`)}`,
    paragraph(visible(what), style.width, 4),
    paragraph(style.dim(masked), style.width, 4),
  ].join('\n');
}
