import type { LogFormat } from '../../../model/log-evidence.ts';
import { CODE_FAULTS } from './code-faults.ts';
import { CODE_REACH_ERRORS } from './code-reach-errors.ts';
import { CODE_STORY } from './code-story.ts';
import { DESKTOP_FAULTS } from './desktop-faults.ts';
import { DESKTOP_STORY } from './desktop-story.ts';
import { DISCOVERY_ERRORS } from './discovery-errors.ts';
import { NETWORK_ERRORS } from './network-errors.ts';
import { REGISTRATION_ERRORS } from './registration-errors.ts';
import { REMOTE_FAULTS } from './remote-faults.ts';
import { REMOTE_STORY } from './remote-story.ts';
import { SIGN_IN_ERRORS } from './sign-in-errors.ts';
import { TLS_ERRORS } from './tls-errors.ts';
import { TOKEN_ERRORS } from './token-errors.ts';
import type { Signature } from './signature.ts';

/**
 * Every text that Unblank knows, the most specific first: what names a fault before what tells the
 * story, and within a table the narrower before the wider. The first row that matches a line has it.
 */
export const SIGNATURES: readonly Signature[] = [
  ...DISCOVERY_ERRORS,
  ...REGISTRATION_ERRORS,
  ...SIGN_IN_ERRORS,
  ...REMOTE_FAULTS,
  ...CODE_FAULTS,
  ...CODE_REACH_ERRORS,
  ...DESKTOP_FAULTS,
  ...TOKEN_ERRORS,
  ...TLS_ERRORS,
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
