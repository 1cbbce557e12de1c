import type { ConfigAnswer } from './config-answer.ts';
import type { ConfigPrediction } from './predict-config.ts';

/** Claude Code’s words for servers that it does not use, or not with success. */
const STOPPED = /^[✘⏸⊘]/u;

/** Did Claude Code leave the server out, or fail at it? */
function isStopped({ list }: ConfigAnswer): boolean {
  return list === null || STOPPED.test(list);
}

/** What Claude Code says by itself, as the modes that Unblank calls it. */
const SAYS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/has a "url" but no "type"/u, ['F112']],
  [/unknown MCP server type/u, ['F113']],
  [/invalid MCP server config/u, ['F110', 'F112', 'F115']],
  [/Missing environment variables/u, ['F118']],
  [/Leading or trailing whitespace/u, ['F119']],
  [/is a reserved MCP server name/u, ['F120']],
  [/is defined in multiple scopes with different endpoints/u, ['F117']],
  [/found "servers" instead/u, ['F115']],
  [/Invalid input: expected record/u, ['F110', 'F115']],
  [/not a valid JSON|JSON Parse error|was empty/u, ['F110']],
  [/Pending approval|Rejected|Disabled for this project/u, ['F116']],
  [/rejected the configured Authorization header/u, ['F86']],
];

/**
 * Lays what Claude Code said beside what Unblank says.
 * @returns what they disagree on, in words; nothing where they agree
 */
export function disagreementsOn(
  answer: ConfigAnswer,
  { codes, stops, counts }: ConfigPrediction,
): readonly string[] {
  const said = [...answer.says, answer.list ?? '', answer.status ?? ''];
  const unsaid = SAYS.filter(([pattern]) => said.some((one) => pattern.test(one)))
    .filter(([, wanted]) => !wanted.some((code) => codes.includes(code)))
    .map(([, wanted]) => `it says what is ${wanted.join(' or ')}`);
  const scope = answer.scope?.split(' ')[0]?.toLowerCase() ?? null;
  if (counts !== null && counts !== scope) unsaid.push(`it takes the entry of scope ${scope}`);
  if (stops === null || stops === isStopped(answer)) return unsaid;
  return [...unsaid, stops ? 'it uses the server' : 'it does not use the server'];
}

/** Is there a row for everything that it says of itself? */
export function isUnderstood({ says }: ConfigAnswer): boolean {
  return says.every((one) => SAYS.some(([pattern]) => pattern.test(one)));
}
