import { redactText } from '../../redact/text.ts';
import { visible } from '../../redact/visible.ts';

const READ = 2_000;

/**
 * Text of a page as it may stand in a sentence: in quotation marks, one line, without secrets,
 * addresses without their queries, bounded (safety G14, H2, H13).
 * @param limit longest text between the marks
 */
export function quoted(text: string, limit = 80): string {
  return `“${plain(text, limit)}”`;
}

/** The same without the marks. What looks like an e-mail address names a person and is masked. */
export function plain(text: string, limit = 80): string {
  const bare = text
    .slice(0, READ)
    .replace(/[?#][^\s'"“”<>]*=[^\s'"“”<>]*/g, '')
    .replace(/[^\s@“”"'<>()]+@[^\s@“”"'<>()]+/g, '…');
  const shown = visible(redactText(bare).replace(/\s+/g, ' ').trim());
  return shown.length > limit ? `${shown.slice(0, limit)}…` : shown;
}
