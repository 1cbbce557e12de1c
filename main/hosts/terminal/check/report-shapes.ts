import { AppError } from '../../../contract/errors.ts';

export const SHAPES = ['text', 'json', 'sarif', 'junit', 'markdown'] as const;
export type Shape = (typeof SHAPES)[number];

/** Which shapes of the report were asked for, as the parser hands it over. */
export interface ShapeOptions {
  readonly json?: boolean;
  readonly sarif?: boolean;
  readonly junit?: boolean;
  readonly markdown?: boolean;
  /** `sarif=file`, each. */
  readonly also: readonly string[];
  readonly output?: string;
}

/** One writing of the report; a null file is stdout. */
export interface Writing {
  readonly shape: Shape;
  readonly file: string | null;
}

/**
 * Where the report goes: once to stdout or `--output`, and to a file for each `--also`.
 * @throws AppError `bad-option` where two shapes want stdout, or `--also` cannot be read
 */
export function writingsOf(options: ShapeOptions): readonly Writing[] {
  const asked = (['json', 'sarif', 'junit', 'markdown'] as const).filter((one) => options[one]);
  if (asked.length > 1)
    throw bad(
      `Choose one of ${asked.map((one) => `--${one}`).join(' and ')}; for two, see --also.`,
    );
  const first: Writing = { shape: asked[0] ?? 'text', file: options.output ?? null };
  return [first, ...options.also.map(alsoOf)];
}

function alsoOf(text: string): Writing {
  const [name = '', ...rest] = text.split('=');
  const [shape, file] = [SHAPES.find((one) => one === name), rest.join('=')];
  if (shape === undefined || file === '')
    throw bad(`--also takes FORMAT=FILE with one of ${SHAPES.join(', ')}, not “${text}”.`);
  return { shape, file };
}

function bad(reason: string): AppError {
  return new AppError('bad-option', { reason });
}
