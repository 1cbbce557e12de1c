import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainUrl } from './plain-url.ts';
import { SecretKeeper } from './secret-keeper.ts';
import { spellingsOf } from './spellings.ts';

const SECRET = `aB3-"+/%:&=~*'<>(x)-9fGh2kLmNpQ`;

function keeperOf(...secrets: readonly string[]): SecretKeeper {
  const keeper = new SecretKeeper();
  for (const one of secrets) keeper.know('access token', one);
  return keeper;
}

describe('H4, H5: a secret is hidden in every spelling', () => {
  const twice = (text: string) => encodeURIComponent(encodeURIComponent(text));
  const rows: readonly (readonly [string, string])[] = [
    ['as it is', SECRET],
    ['encoded', encodeURIComponent(SECRET)],
    ['encoded twice', twice(SECRET)],
    ['in a form', new URLSearchParams({ at: SECRET }).toString().slice(3)],
    [
      'in an address',
      new URL(`http://x.example/?at=${encodeURIComponent(SECRET)}`).search.slice(4),
    ],
    ['in JSON', JSON.stringify(SECRET).slice(1, -1)],
    ['in JSON in JSON', JSON.stringify(JSON.stringify(SECRET)).slice(3, -3)],
  ];
  test.each(rows)('%s', (_name, spelled) => {
    expect(keeperOf(SECRET).hide(`before ${spelled} behind`)).toBe(
      'before [access token 1] behind',
    );
  });

  test.each([0, 1, 2, 3, 4])('in Base64 behind %i other characters', (count) => {
    const text = btoa(`${'u'.repeat(count)}${SECRET}:`);
    for (const spelled of [text, text.replaceAll('+', '-').replaceAll('/', '_')]) {
      const hidden = keeperOf(SECRET).hide(spelled);
      expect(hidden).toContain('[access token 1]');
      expect(hidden.replace('[access token 1]', '').length).toBeLessThan(16);
    }
  });

  test('cut at the end of a text, and in front of an ellipsis', () => {
    const keeper = keeperOf(SECRET);
    expect(keeper.hide(`a title ${SECRET.slice(0, 14)}`)).toBe('a title [access token 1]');
    expect(keeper.hide(`a title ${SECRET.slice(0, 14)}…`)).toBe('a title [access token 1]…');
    expect(keeper.hide(`a title ${SECRET.slice(0, 9)}`)).toBe(`a title ${SECRET.slice(0, 9)}`);
  });

  test('encoded once more in a parameter of an address', () => {
    const says = encodeURIComponent(`denied: ${twice(SECRET)} ${btoa(SECRET)}`);
    const url = plainUrl(`https://x.example/cb?error_description=${says}`, keeperOf(SECRET));
    expect(url).toMatch(/error_description=denied%3A%20\[access token 1\]%20\[access token 1\]/);
  });
});

test('any secrets in any text: no spelling of one is left, and what is between them stays', () => {
  const secret = fc.string({ minLength: 12, maxLength: 40, unit: 'grapheme-ascii' });
  fc.assert(
    fc.property(fc.array(secret, { minLength: 1, maxLength: 5 }), fc.nat(), (secrets, at) => {
      const keeper = keeperOf(...secrets);
      const spelled = secrets.map((one) => spellingsOf(one)[at % spellingsOf(one).length]!);
      const hidden = keeper.hide(spelled.map((one) => `<${one}>`).join(''));
      for (const one of spelled) if (one.length >= 16) expect(hidden).not.toContain(`<${one}>`);
      expect(keeper.hide('nothing of them')).toBe('nothing of them');
    }),
  );
});

test('short values are hidden only where they stand alone', () => {
  const keeper = keeperOf('abcd');
  expect(keeper.hide('abcd abcdef x-abcd "abcd"')).toBe(
    '[access token 1] abcdef x-abcd "[access token 1]"',
  );
});

test('H7: ten thousand secrets take no longer for a text than ten', () => {
  const text = 'the quick brown fox jumps over the lazy dog '.repeat(2_000);
  const many = keeperOf(...Array.from({ length: 10_000 }, (_, at) => `secret-${at}-of-many`));
  expect(many.hide(`${text} secret-9999-of-many`)).toBe(`${text} [access token 10000]`);
});
