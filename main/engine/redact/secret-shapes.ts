import type { Range } from './ranges.ts';

/**
 * Shapes that are secrets wherever they stand (safety H2). Every pattern is linear: bounded or
 * single-class repetitions, no repetition inside a repetition over the same characters (safety H7).
 * None asks for a word boundary before it where its shape is distinctive, so that text glued to the
 * front of a key does not let it out.
 */
const SHAPES: readonly RegExp[] = [
  // JSON Web Token, RFC 7519, whole or in part, and any other JSON object in base64url.
  /eyJ[\w-]{8,}(?:\.[\w-]*)*/g,
  // Anthropic, OpenAI, Stripe: sk-…, sk_live_…; a digit within tells them from words such as "task-list".
  /(?:sk|rk|pk)[-_](?=[\w-]{0,200}\d)[\w-]{12,}/g,
  // GitHub.
  /gh[opusr]_\w{16,}/g,
  /github_pat_\w{16,}/g,
  // Amazon.
  /A(?:KIA|SIA)[A-Z0-9]{12,}/g,
  // Slack.
  /xox[a-z](?:\.xox[a-z])?-[\w-]{8,}/g,
  // Google: API keys, access tokens, client secrets.
  /AIza[\w-]{30,}/g,
  /ya29\.[\w-]{16,}/g,
  /GOCSPX-[\w-]{16,}/g,
  // GitLab, npm, Hugging Face, Linear, Notion.
  /glpat-[\w-]{16,}/g,
  /npm_\w{24,}/g,
  /hf_\w{20,}/g,
  /lin_api_\w{16,}/g,
  /ntn_\w{20,}/g,
  // RFC 7468 blocks, unless public: up to the end mark, or to the end where it was cut off.
  /-----BEGIN (?!CERTIFICATE|PUBLIC)[A-Z0-9 ]{1,40}-----[^]*?(?:-----END [A-Z0-9 ]{1,40}-----|$)/g,
];

/**
 * Finds every known key shape in a text.
 * @param text any text
 * @returns the ranges, in no particular order, possibly overlapping
 */
export function shapeRanges(text: string): Range[] {
  // Most texts have none: asking first makes no garbage.
  return SHAPES.filter((shape) => text.search(shape) !== -1).flatMap((shape) =>
    Array.from(text.matchAll(shape), (match): Range => [
      match.index,
      match.index + match[0].length,
    ]),
  );
}

const RUN = /[A-Za-z0-9_]{16,}/g;

/**
 * Says whether a single value (never a sentence) looks like a generated secret: a known shape, or a
 * run of 16 and more letters and digits with at least two digits among letters. UUIDs, dates and
 * hyphenated names do not.
 */
export function looksOpaque(value: string): boolean {
  if (shapeRanges(value).length > 0) return true;
  return Array.from(value.matchAll(RUN), ([run]) => run).some(
    (run) => /[A-Za-z]/.test(run) && (run.match(/\d/g)?.length ?? 0) >= 2,
  );
}
