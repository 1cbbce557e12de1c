import { readFileSync } from 'node:fs';

export interface GitleaksRule {
  readonly id: string;
  /** A word of the names it stands under; null where the value tells by itself. */
  readonly word: string | null;
  /** A regular expression of the value. */
  readonly value: string;
}

/** The rules of gitleaks as they lie beside this file. */
export function gitleaksRules(): readonly GitleaksRule[] {
  const text = readFileSync(new URL('./rules.txt', import.meta.url), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, id = '', word = '', value = ''] = /^(\S+) (\S+) (.*)$/.exec(line) ?? [];
      return { id, word: word === '-' ? null : word, value };
    });
}
