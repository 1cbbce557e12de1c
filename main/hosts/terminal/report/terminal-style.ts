import { createColors } from 'picocolors';

/** What the terminal can show. */
export interface TerminalStyle {
  /** Columns to stay within. */
  readonly width: number;
  /** Marks and colours; identity functions where the terminal is plain. */
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly green: (text: string) => string;
  readonly marks: Marks;
}

export interface Marks {
  readonly works: string;
  readonly 'at-risk': string;
  readonly blocked: string;
  readonly unknown: string;
  readonly line: string;
  readonly caret: string;
}

const UNICODE: Marks = {
  works: '●',
  'at-risk': '▲',
  blocked: '■',
  unknown: '○',
  line: '─',
  caret: '^',
};
const PLAIN: Marks = {
  works: 'ok',
  'at-risk': '!',
  blocked: 'X',
  unknown: '?',
  line: '-',
  caret: '^',
};

const [NARROWEST, WIDEST] = [40, 100];

/**
 * Reads what the stream can show: colour only on a terminal and without NO_COLOR, letters instead
 * of signs where the locale or TERM is plain, 80 columns where no width is known.
 * @param stream the stream that the text goes to
 * @param env the environment
 */
export function terminalStyle(
  stream: { readonly isTTY?: boolean; readonly columns?: number },
  env: Readonly<Record<string, string | undefined>>,
): TerminalStyle {
  const color = Boolean(stream.isTTY) && !env.NO_COLOR && env.TERM !== 'dumb';
  const { bold, dim, red, yellow, green } = createColors(color);
  const width = Math.min(WIDEST, Math.max(NARROWEST, stream.columns ?? 80));
  return { width, bold, dim, red, yellow, green, marks: isPlain(env) ? PLAIN : UNICODE };
}

function isPlain(env: Readonly<Record<string, string | undefined>>): boolean {
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || '';
  return env.TERM === 'dumb' || env.TERM === 'linux' || /^(C|POSIX)$/.test(locale);
}
