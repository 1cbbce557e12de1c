import { jsonMasker } from '../../redact/json-mask.ts';
import { coverRanges } from '../../redact/ranges.ts';
import { textRanges } from '../../redact/text.ts';

/** The masked text of a part of a text, one character for one; rising parts are cheapest. */
export type TextMask = (from: number, to: number) => string;

/** Beyond it a log is masked line by line: a secret over several lines is found up to here. */
const WHOLE_LIMIT = 512 * 1024;

/**
 * Prepares a file for being shown. A log keeps its words and loses its secrets; of everything else
 * only structure and what is known to be harmless stays, so that a token that lies alone in a file
 * without a name is hidden too (safety A13, H2).
 */
export function textMask(file: string, text: string): TextMask {
  if (!/\.log(?:\.\d{1,3})?$/i.test(file)) return jsonMasker(text);
  if (text.length > WHOLE_LIMIT) return (from, to) => masked(text.slice(from, to));
  const whole = masked(text);
  return (from, to) => whole.slice(from, to);
}

function masked(text: string): string {
  return coverRanges(text, textRanges(text), (hidden) => hidden.replace(/[^\r\n]/g, '•'));
}
