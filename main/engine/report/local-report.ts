import type { Report } from '../../contract/report.ts';

/** The folders that a report must not name in full. */
export interface Roots {
  readonly home: string;
  readonly project: string | null;
}

/**
 * The report with paths as others can read them: those of the project begin in its folder, those of
 * the home with `~`. For everything that leaves the machine: SARIF, JUnit, Markdown.
 */
export function localReport(report: Report, roots: Roots): Report {
  return mapped(report, textMapper(roots)) as Report;
}

function mapped(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((one) => mapped(one, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapped(one, change)]));
}

type Change = readonly [search: RegExp, into: string];

function textMapper({ home, project }: Roots): (text: string) => string {
  const changes = [
    ...(project === null ? [] : rootChanges(project, '', '.')),
    ...rootChanges(home, '~/', '~'),
  ];
  return (text) => changes.reduce((now, [search, into]) => now.replace(search, into), text);
}

/** A root that is all of the disk, or no path at all, is no root. */
function rootChanges(root: string, within: string, alone: string): readonly Change[] {
  const path = root.replace(/[\\/]+$/, '');
  if (path.length < 3) return [];
  return spellings(path).flatMap(([text, separator]) => [
    [new RegExp(`${BEFORE}${literal(text)}${literal(separator)}`, 'gi'), within],
    [new RegExp(`${BEFORE}${literal(text)}${AFTER}`, 'gi'), alone],
  ]);
}

/** Not in the middle of a word, nor behind the host of an address. */
const BEFORE = '(?<![\\w.-])';
/** Not where the last folder goes on: `/home/ada` is not in `/home/adam`. */
const AFTER = '(?![\\w-])';

/** A path as it stands in a text, in JSON, with slashes, in a JSON pointer and in an address. */
function spellings(path: string): readonly (readonly [text: string, separator: string])[] {
  const slashed = path.replaceAll('\\', '/');
  const all: readonly (readonly [string, string])[] = [
    [path.replaceAll('\\', '\\\\'), path.includes('\\') ? '\\\\' : '/'],
    [path, path.includes('\\') ? '\\' : '/'],
    [slashed, '/'],
    [slashed.replaceAll('/', '~1'), '~1'],
    [path.replaceAll('/', '~1'), '~1'],
    [encodeURI(slashed), '/'],
  ];
  return all.filter(([text], at) => all.findIndex(([one]) => one === text) === at);
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
