import type { Trouble } from './navigation-state.ts';

const READ = 2_000;

/** Policies that only report forbid nothing. */
const REPORT_ONLY = /report[- ]only/i;

/** Messages of Chromium and of scripts, by what they tell; the first that fits counts. */
const MESSAGES: readonly (readonly [RegExp, Trouble])[] = [
  [/(?:violates|refused|blocked)[^]*form-action/i, 'form-action'],
  [/(?:refused to display|refused to frame|framing)[^]*(?:frame|x-frame-options)/i, 'frame'],
  [/x-frame-options[^]*(?:deny|sameorigin)/i, 'frame'],
  [/(?:violates|refused|blocked)[^]*frame-ancestors/i, 'frame'],
  [/reading ['"‘’]?(?:postMessage|closed|opener)['"‘’]?/i, 'opener'],
  [/(?:opener)[^]*(?:\bnull\b|undefined|same-origin|blocked|missing)/i, 'opener'],
  [/(?:\bnull\b|undefined|\bno\b|missing)[^]*\bopener\b/i, 'opener'],
  [/^(?:uncaught )?(?:\(in promise\) )?[a-z]*error: /i, 'script'],
];

/** What a message of the console tells of the way of a sign-in, or null. */
export function consoleTrouble(text: string): Trouble | null {
  const read = text.slice(0, READ);
  if (REPORT_ONLY.test(read)) return null;
  return MESSAGES.find(([pattern]) => pattern.test(read))?.[1] ?? null;
}
