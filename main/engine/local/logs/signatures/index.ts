import type { LogFormat } from '../../../model/log-evidence.ts';
import { CODE_FAULTS, CODE_STORY } from './claude-code-signatures.ts';
import { DESKTOP_FAULTS, DESKTOP_STORY } from './desktop-signatures.ts';
import { REMOTE_FAULTS, REMOTE_STORY } from './mcp-remote-signatures.ts';
import { NETWORK_ERRORS } from './network-errors.ts';
import { OAUTH_ERRORS, TOKEN_ERRORS } from './oauth-errors.ts';
import type { Signature } from './signature.ts';

/**
 * Every text that Unblank knows, the most specific first: what names a fault before what tells the
 * story, and within a table the narrower before the wider. The first row that matches a line has it.
 */
export const SIGNATURES: readonly Signature[] = [
  ...OAUTH_ERRORS,
  ...REMOTE_FAULTS,
  ...CODE_FAULTS,
  ...DESKTOP_FAULTS,
  ...TOKEN_ERRORS,
  ...NETWORK_ERRORS,
  ...CODE_STORY,
  ...REMOTE_STORY,
  ...DESKTOP_STORY,
];

/** Rows that count in a log of this format, in order. */
export function signaturesFor(format: LogFormat): readonly Signature[] {
  return SIGNATURES.filter(({ formats }) => formats === 'all' || formats.includes(format));
}

/**
 * What the scanner looks for in the bytes of a log of this format: the needles as they stand, and as
 * they stand inside a JSON text where that differs.
 */
export function needlesFor(format: LogFormat): readonly string[] {
  const needles = signaturesFor(format).map(({ needle }) => needle);
  const all = format === 'code-jsonl' ? needles.map(inJson) : needles;
  return [...new Set(all)];
}

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
