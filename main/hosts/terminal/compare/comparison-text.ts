import type { Comparison, Difference, PlaceReport } from '../../../contract/comparison.ts';
import { OUTCOME_WORDS, type Outcome } from '../../../contract/words.ts';
import { paragraph } from '../report/paragraph.ts';
import type { TerminalStyle } from '../report/terminal-style.ts';

/**
 * Comparisons for people: what explains it, the places with their letters, what differs, what is the
 * same. Readable without colour and in 80 columns; only what must be copied whole may be longer.
 */
export function comparisonsText(comparisons: readonly Comparison[], style: TerminalStyle): string {
  if (comparisons.length === 0) return `${paragraph(NOTHING, style.width)}\n`;
  const rule = style.dim(style.marks.line.repeat(style.width));
  return `${comparisons.map((one) => comparisonText(one, style)).join(`\n${rule}\n\n`)}\n`;
}

const NOTHING =
  'No server stands in two places here. Compare with another file or a saved report: unblank compare NAME --with FILE.';

function comparisonText(comparison: Comparison, style: TerminalStyle): string {
  const { server, places, differences, explanation, same } = comparison;
  const url = server.url === null || server.url === server.name ? '' : `  ${server.url}`;
  const { sentence, next, code } = explanation;
  const head = code === null ? sentence : `${sentence} (${code})`;
  return [
    `${style.bold(server.name)}${style.dim(url)}`,
    [
      `  ${style.bold(HEADS[explanation.end])}`,
      paragraph(head, style.width, 4),
      paragraph(next, style.width, 4),
    ].join('\n'),
    [...places.map((one) => placeText(one, style)), ...leftText(comparison, style)].join('\n'),
    ...(differences.length === 0 ? [] : [differencesText(differences, style)]),
    ...(same.length === 0 ? [] : [sameText(same, style)]),
  ].join('\n\n');
}

const HEADS: Readonly<Record<Comparison['explanation']['end'], string>> = {
  explained: 'This explains it',
  possible: 'This would explain it',
  unexplained: 'Nothing explains it',
  alike: 'No failure to explain',
  alone: 'Nothing to compare',
};

function leftText({ left }: Comparison, style: TerminalStyle): readonly string[] {
  return left === 0 ? [] : [style.dim(`  ${left} further places are not compared.`)];
}

function placeText(place: PlaceReport, style: TerminalStyle): string {
  const { id, outcome, name, file, line, why, near } = place;
  const state = `${style.marks[outcome]} ${OUTCOME_WORDS[outcome]}`;
  const at = line === null ? file : `${file}:${line}`;
  const indent = 5;
  return [
    `  ${style.bold(id.padEnd(2))} ${colour(outcome, style)(state)}`,
    paragraph(name, style.width, indent),
    style.dim(paragraph(at, style.width, indent)),
    paragraph(why, style.width, indent),
    ...(near === null
      ? []
      : [paragraph(`Probably meant to be the same: ${near}.`, style.width, indent)]),
  ].join('\n');
}

function colour(outcome: Outcome, style: TerminalStyle): (text: string) => string {
  const { green, yellow, red, dim } = style;
  return { works: green, 'at-risk': yellow, blocked: red, unknown: dim }[outcome];
}

const LABEL = 20;

function differencesText(differences: readonly Difference[], style: TerminalStyle): string {
  const rows = differences.map((one) => differenceText(one, style));
  return [`  ${style.bold('What differs')}`, ...rows].join('\n');
}

function differenceText(
  { what, values, explains, weight }: Difference,
  style: TerminalStyle,
): string {
  const lines = groupsOf(values).map(({ places, value }, index) =>
    valueLine(index === 0 ? what : '', places.join(', '), value, style),
  );
  if (explains === null) return lines.join('\n');
  const code = explains.code === null ? '' : ` (${explains.code})`;
  const mark = weight === 'explains' ? style.marks.blocked : style.marks['at-risk'];
  const words = weight === 'explains' ? 'explains it' : 'may explain it';
  const note = paragraph(`${mark} ${words}${code}`, style.width, LABEL);
  return [...lines, weight === 'explains' ? style.red(note) : style.yellow(note)].join('\n');
}

/** The label, the letters and the value beside each other; a value that is too wide stands below. */
function valueLine(label: string, letters: string, value: string, style: TerminalStyle): string {
  const head = `    ${label}`.padEnd(LABEL - 1) + ` ${letters}  `;
  const [first = '', ...rest] = paragraph(value, style.width - head.length).split('\n');
  if (head.length + first.length > style.width)
    return `${head.trimEnd()}\n${paragraph(value, style.width, 6)}`;
  return [head + first, ...rest.map((one) => ' '.repeat(head.length) + one)].join('\n');
}

/** Places that say the same stand together, in the order of the first of each. */
function groupsOf(
  values: Difference['values'],
): readonly { readonly places: readonly string[]; readonly value: string }[] {
  const groups = new Map<string, string[]>();
  for (const { place, value } of values) {
    const key = value ?? 'not known';
    groups.set(key, [...(groups.get(key) ?? []), place]);
  }
  return [...groups].map(([value, places]) => ({ value, places }));
}

function sameText(same: Comparison['same'], style: TerminalStyle): string {
  const names = [...new Set(same.map(({ what }) => what.toLowerCase()))].join(', ');
  return style.dim(paragraph(`The same where it is known: ${names}.`, style.width, 2));
}
