import type { Json } from '../../model/evidence.ts';
import type { Layout } from './layout.ts';

/** Writes a value as its neighbours are written. */
export type ValueText = (layout: Layout) => string;

/** The text of a value, in lines or on one line. */
export function writeJson(value: Json): ValueText {
  return (layout) => (layout.lines ? inLines(value, layout) : onOneLine(value, layout));
}

/** Tabs can only be indentation here: within a text JSON escapes them. */
function inLines(value: Json, { lineEnd, unit, indent }: Layout): string {
  return JSON.stringify(value, null, '\t')
    .split('\n')
    .map((line) => line.replace(/^\t+/, (tabs) => unit.repeat(tabs.length)))
    .join(`${lineEnd}${indent}`);
}

function onOneLine(value: Json, layout: Layout): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const separator = `,${layout.space}`;
  if (Array.isArray(value)) {
    return `[${value.map((item) => onOneLine(item, layout)).join(separator)}]`;
  }
  const members = Object.entries(value).map(
    ([name, inner]) => `${JSON.stringify(name)}${layout.colon}${onOneLine(inner, layout)}`,
  );
  return `{${members.join(separator)}}`;
}

/** A value within new objects, one for each name. */
export function within(names: readonly string[], value: ValueText): ValueText {
  const [name, ...others] = names;
  if (name === undefined) return value;
  return (layout) => {
    const { lines, lineEnd, unit, indent, colon } = layout;
    const deeper = lines ? { ...layout, indent: indent + unit } : layout;
    const member = `${JSON.stringify(name)}${colon}${within(others, value)(deeper)}`;
    return lines ? `{${lineEnd}${indent}${unit}${member}${lineEnd}${indent}}` : `{${member}}`;
  };
}
