import type { Evidence, TargetReport } from '../../../contract/report.ts';
import { block, paragraph } from './paragraph.ts';
import type { TerminalStyle } from './terminal-style.ts';

type Show = { [K in Evidence['kind']]: (one: Evidence & { kind: K }, context: Context) => string };
interface Context {
  readonly style: TerminalStyle;
  readonly target: TargetReport | null;
}

const INDENT = 4;

const SHOW: Show = {
  header: ({ name, value, at }, { style }) =>
    `${style.dim(`received from ${at}`)}\n${value === null ? `(no ${name} header)` : `${name}: ${value}`}`,
  mismatch: ({ what, expected, received, differsAt }, { style }) =>
    [
      style.dim(paragraph(`${what}: expected, received`, style.width - INDENT)),
      expected,
      received || '(nothing)',
      ...(differsAt >= 0 ? [' '.repeat(differsAt) + style.red(style.marks.caret)] : []),
    ].join('\n'),
  http: ({ exchange, note }, { target, style }) => {
    const found = target?.trace.find((one) => one.id === exchange);
    if (!found) return note;
    const { method, url } = found.request;
    const answer = found.response ? String(found.response.status) : (found.failure?.message ?? '');
    const said = note.startsWith(url) ? note.slice(url.length + 1) : note;
    return `${method} ${url}\n${style.dim(said === answer ? said : `${answer}: ${said}`)}`;
  },
  file: ({ file, line, column, pointer, excerpt }, { style }) => {
    const at = line === null ? '' : `:${line}${column === null ? '' : `:${column}`}`;
    const head = `${file}${at}${pointer ? style.dim(`  ${pointer}`) : ''}`;
    return excerpt === null ? head : `${head}\n${excerpt}`;
  },
  log: ({ file, line, text, count, last }, { style }) => {
    const often = count === 1 ? '' : ` (${count} times${last === null ? '' : `, last ${last}`})`;
    return `${style.dim(`${file}${line === null ? '' : `:${line}`}${often}`)}\n${text}`;
  },
  incident: ({ rounds, periodSeconds, first, last }) => {
    const every = periodSeconds === null ? '' : `, about every ${periodSeconds} s`;
    return `${rounds} rounds${every}, from ${first} to ${last}`;
  },
  store: ({ file, fact }) => `${file}: ${fact}`,
  dns: ({ host, addresses, note }) => [`${host} ${addresses.join(', ')}`.trim(), note].join('\n'),
  tls: ({ host, problem, note }) => `${host}: ${problem}\n${note}`,
  timing: ({ what, ms, limitMs }) =>
    `${what}: ${ms} ms${limitMs === null ? '' : ` (limit ${limitMs} ms)`}`,
  navigation: ({ events }) => events.join('\n'),
};

/** One piece of evidence as indented lines; strings that should be the same stand one above the other. */
export function evidenceText(
  evidence: Evidence,
  style: TerminalStyle,
  target: TargetReport | null,
): string {
  const show = SHOW[evidence.kind] as (one: Evidence, context: Context) => string;
  return block(show(evidence, { style, target }), INDENT);
}
