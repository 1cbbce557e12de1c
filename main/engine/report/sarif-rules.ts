import type { Confidence, Severity } from '../../contract/words.ts';
import type { Mode } from '../model/mode.ts';
import { visible } from '../redact/visible.ts';
import type { PlacedFinding } from './findings-in-order.ts';

/** The levels of SARIF (§3.27.10). */
export const LEVELS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  advice: 'note',
};
/** The words of GitHub for the same. */
const PROBLEMS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  advice: 'recommendation',
};
const PRECISIONS: Readonly<Record<Confidence, string>> = {
  certain: 'very-high',
  likely: 'high',
  possible: 'medium',
};

/** What a rule says, taken from a mode, or from a finding that has none. */
type Described = Pick<
  Mode,
  | 'code'
  | 'title'
  | 'explanation'
  | 'whatToDo'
  | 'severity'
  | 'confidence'
  | 'category'
  | 'step'
  | 'references'
>;

export type SarifRule = ReturnType<typeof ruleOf>;

/**
 * One rule for each failure mode, also for those that were not found, so that two runs differ in
 * results and never in rules; then codes of findings that have no mode here.
 */
export function sarifRules(
  modes: readonly Mode[],
  placed: readonly PlacedFinding[],
): readonly SarifRule[] {
  const own = new Set<string>(modes.map(({ code }) => code));
  const others = new Map(
    placed.filter(({ finding }) => !own.has(finding.code)).map((one) => [one.finding.code, one]),
  );
  const found = [...others.values()].map(({ finding }) => finding as Described);
  return [...modes, ...found].map(ruleOf);
}

/** The limit of GitHub for descriptions of rules. */
const DESCRIPTION_LIMIT = 1024;
const NAME_LIMIT = 255;

function ruleOf(mode: Described) {
  const { code, title, explanation, whatToDo, references } = mode;
  const [first] = references.filter((one) => one.startsWith('https://'));
  return {
    id: code as string,
    name: nameOf(title),
    shortDescription: { text: cut(title) },
    fullDescription: { text: cut(explanation) },
    help: {
      text: visible(`${explanation}\n\nWhat to do: ${whatToDo}`, '\n'),
      markdown: helpOf(mode),
    },
    ...(first === undefined ? {} : { helpUri: first }),
    defaultConfiguration: { level: LEVELS[mode.severity] },
    properties: {
      tags: ['mcp', 'oauth', mode.category, mode.step],
      precision: PRECISIONS[mode.confidence],
      'problem.severity': PROBLEMS[mode.severity],
    },
  };
}

function helpOf({ code, title, explanation, whatToDo, references }: Described): string {
  const sources = references.filter((one) => one.startsWith('https://')).map((one) => `- <${one}>`);
  return visible(
    [
      `## ${inert(title)}`,
      inert(explanation),
      `**What to do.** ${inert(whatToDo)}`,
      ...(sources.length === 0 ? [] : [`**Read more**\n\n${sources.join('\n')}`]),
      `\`unblank explain ${code}\` shows this in a terminal.`,
    ].join('\n\n'),
    '\n',
  );
}

/** Markdown in which nothing of the text is markup. */
function inert(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');
}

function cut(text: string): string {
  const shown = visible(text);
  if (shown.length <= DESCRIPTION_LIMIT) return shown;
  return `${shown.slice(0, DESCRIPTION_LIMIT - 1).replace(/\p{Cs}$/u, '')}…`;
}

/** `YourServerSendsClaudeToTheWrongDocument`. */
function nameOf(title: string): string {
  const words = title.match(/[\p{L}\p{N}]+/gu) ?? [];
  const name = words.map((one) => one.charAt(0).toUpperCase() + one.slice(1)).join('');
  return name.slice(0, NAME_LIMIT) || 'Finding';
}
