import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const FOLDER = new URL('.', import.meta.url);
const TOKENS = readFileSync(new URL('tokens.css', FOLDER), 'utf8');
const OTHERS = ['base', 'frame', 'controls', 'diagnosis', 'evidence', 'sign-in'].map((name) =>
  readFileSync(new URL(`${name}.css`, FOLDER), 'utf8'),
);

function colours(css: string): Record<string, string> {
  const pairs = [...css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)];
  return Object.fromEntries(pairs.map((pair) => [pair[1], pair[2]]));
}

const [light = '', rest = ''] = TOKENS.split('@media (prefers-color-scheme: dark)');
const LIGHT = colours(light);
const DARK = colours(rest.split('@media')[0] ?? '');

/** Relative luminance of WCAG 2.2. */
function luminance(hex: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [r = 0, g = 0, b = 0] = parts.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a = '', b = ''): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const TEXT_PAIRS = ['paper', 'rail', 'surface'].flatMap((ground) =>
  ['ink', 'ink-quiet', 'accent', 'blocked', 'risk', 'works'].map((text) => [text, ground] as const),
);

describe.each([
  ['light', LIGHT],
  ['dark', DARK],
])('%s colours', (_, scheme) => {
  test.each([...TEXT_PAIRS, ['on-accent', 'accent'], ['on-differs', 'differs']] as const)(
    '%s on %s has a contrast of 4.5 or better',
    (text, ground) => {
      expect(contrast(scheme[text], scheme[ground])).toBeGreaterThanOrEqual(4.5);
    },
  );

  test('the edge of a control has a contrast of 3 or better', () => {
    expect(contrast(scheme['line-strong'], scheme['paper'])).toBeGreaterThanOrEqual(3);
  });
});

describe('style sheets', () => {
  test('both schemes set the same colours', () => {
    expect(Object.keys(DARK).sort()).toEqual(Object.keys(LIGHT).sort());
  });

  test('colours and font sizes stand in the tokens alone', () => {
    for (const css of OTHERS) {
      expect(css).not.toMatch(/#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(|font-size:\s*\d|gradient/i);
    }
  });
});
