import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { bearerOf, metadataUrlFor, parameterOf, parseChallenges } from './challenge.ts';

const URL_ = 'https://h.example/.well-known/oauth-protected-resource/mcp';

describe('what a header says by the standard', () => {
  test('one challenge with quoted and plain values, names in lower case', () => {
    expect(parseChallenges('Bearer Realm="a, b", scope=x')).toEqual([
      {
        scheme: 'Bearer',
        parameters: [
          ['realm', 'a, b'],
          ['scope', 'x'],
        ],
      },
    ]);
  });

  test('several challenges, one with a token68 and one with nothing', () => {
    const schemes = parseChallenges('Negotiate, Basic Zm9v, Bearer realm="x"').map(
      ({ scheme }) => scheme,
    );
    expect(schemes[0]).toBe('Negotiate');
    expect(schemes).toContain('Basic');
    expect(schemes.at(-1)).toBe('Bearer');
  });

  test('white space round the equals sign is legal (RFC 9110 §5.6.3)', () => {
    const bearer = bearerOf(parseChallenges(`Bearer resource_metadata = "${URL_}"`));
    expect(bearer && parameterOf(bearer, 'resource_metadata')).toBe(URL_);
  });

  test('escaped characters in a quoted value lose their backslash', () => {
    expect(parseChallenges('Bearer realm="a\\"b\\\\"')[0]?.parameters).toEqual([
      ['realm', 'a"b\\'],
    ]);
  });

  test('RS-08: a repeated name is kept twice, and the first counts', () => {
    const bearer = bearerOf(parseChallenges('bearer scope="a", scope="b"'));
    expect(bearer?.parameters).toHaveLength(2);
    expect(bearer && parameterOf(bearer, 'scope')).toBe('a');
  });

  test.each(['', '   ', ',,,', '=', '"', 'Bearer', 'realm="no scheme"'])(
    '%j gives no Bearer parameter',
    (text) => {
      expect(bearerOf(parseChallenges(text))?.parameters ?? []).toEqual([]);
    },
  );
});

describe('what the parsers of shipped clients find', () => {
  test.each([
    ['quoted', `Bearer resource_metadata="${URL_}"`, URL_, URL_],
    ['without quotes', `Bearer resource_metadata=${URL_}, scope="x"`, URL_, URL_],
    ['scheme in lower case', `bearer resource_metadata="${URL_}"`, URL_, URL_],
    ['DPoP first', `DPoP resource_metadata="${URL_}"`, URL_, URL_],
    ['RS-06: Basic first', `Basic realm="x", Bearer resource_metadata="${URL_}"`, null, URL_],
    ['RS-06: space round =', `Bearer resource_metadata = "${URL_}"`, null, null],
    ['RS-06: name in upper case', `Bearer Resource_Metadata="${URL_}"`, null, null],
    ['RS-05: relative', 'Bearer resource_metadata="/.well-known/x"', null, null],
    ['RS-06: empty', 'Bearer resource_metadata=""', null, null],
    ['nothing behind the scheme', 'Bearer', null, null],
    ['no scheme', `resource_metadata="${URL_}"`, null, URL_],
  ])('%s', (_, header, first, anywhere) => {
    expect(metadataUrlFor(header, 'bearer-first')).toBe(first);
    expect(metadataUrlFor(header, 'bearer-anywhere')).toBe(anywhere);
  });
});

const TOKEN = fc.stringMatching(/^[a-z][a-z0-9_-]{0,12}$/);
const PARAMETERS = fc.array(fc.tuple(TOKEN, fc.string()), { maxLength: 4 });
const CHALLENGES = fc.array(fc.record({ scheme: TOKEN, parameters: PARAMETERS }), { maxLength: 4 });

test('challenges that are written by the rules are read back as they were', () => {
  const quoted = (value: string) => `"${value.replace(/["\\]/g, '\\$&')}"`;
  fc.assert(
    fc.property(CHALLENGES, (challenges) => {
      const header = challenges.map(({ scheme, parameters }) =>
        `${scheme} ${parameters.map(([name, value]) => `${name}=${quoted(value)}`).join(', ')}`.trim(),
      );
      expect(parseChallenges(header.join(', '))).toEqual(challenges);
    }),
  );
});

test('no header makes it throw', () => {
  const piece = fc.constantFrom('Bearer ', 'a', '=', '"', '\\', ',', ' ', '\t', '\n', '(', 'é');
  const header = fc.oneof(
    fc.string(),
    fc.array(piece).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(header, (text) => {
      for (const { scheme } of parseChallenges(text)) expect(scheme).not.toBe('');
      metadataUrlFor(text, 'bearer-first');
      metadataUrlFor(text, 'bearer-anywhere');
    }),
  );
});

describe('H7: twice the length costs twice the work', () => {
  test.each([
    ['a long word that is no challenge', 'a', '('],
    ['words', 'a ', ''],
    ['parameters', 'a=', ''],
    ['quotes that open', 'a="', ''],
    ['a value that never ends', '\\', ''],
    ['commas', ',', ''],
    ['brackets', '(', ''],
  ])('%s', (_, piece, end) => {
    const work = (times: number) => stepsOf(`Bearer x="${piece.repeat(times)}${end}`);
    const bare = (times: number) => stepsOf(piece.repeat(times) + end);
    expect(work(4000)).toBeLessThan(2.1 * work(2000) + 50);
    expect(bare(4000)).toBeLessThan(2.1 * bare(2000) + 50);
  });

  test('and what is longer than any header is cut', () => {
    expect(stepsOf('a '.repeat(500_000))).toBeLessThan(100_000);
  });
});

/** Characters that the patterns look at: the word at which each one starts, and what it takes. */
function stepsOf(header: string): number {
  const exec = RegExp.prototype.exec;
  let steps = 0;
  const spy = vi.spyOn(RegExp.prototype, 'exec').mockImplementation(function (
    this: RegExp,
    text: string,
  ) {
    for (let at = this.lastIndex; text[at] === 'a'; at += 1) steps += 1;
    const match = exec.call(this, text);
    steps += 1 + (match?.[0].length ?? 0);
    return match;
  });
  try {
    parseChallenges(header);
    return steps;
  } finally {
    spy.mockRestore();
  }
}
