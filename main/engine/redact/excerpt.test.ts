import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerptLines, excerptsIn } from './excerpt.ts';
import { jsonMasker, maskJson } from './json-mask.ts';

describe('maskJson shows what a reader needs', () => {
  test.each([
    '{ "mcpServers": { "acme": { "type": "http", "url": "https://mcp.acme.dev/mcp" } } }',
    '{ "command": "npx", "args": ["-y", "mcp-remote@0.1.37", "https://x.dev/mcp", "--transport", "sse-only"] }',
    '{ "command": "C:\\\\Program Files\\\\nodejs\\\\npx.cmd", "timeout": 60000, "disabled": false }',
    '“type”: “http”,',
  ])('%s', (text) => {
    expect(maskJson(text)).toBe(text);
  });
});

describe('maskJson hides', () => {
  test.each([
    [
      '{"env":{"API_KEY":"abc","url":"https://x.dev"}}',
      '{"env":{"API_KEY":"•••","url":"•••••••••••••"}}',
    ],
    ['{"headers":{"Authorization":"Bearer x"}}', '{"headers":{"Authorization":"••••••••"}}'],
    ['{"url":"https://a:b@x.dev/m?token=t1"}', '{"url":"https://•••@x.dev/m?token=••"}'],
    [
      '{"args":["--api-key","https://x.dev","-p","pw"]}',
      '{"args":["--api-key","•••••••••••••","-p","••"]}',
    ],
    [
      '{"args":["--header","Authorization:${AUTH}"]}',
      '{"args":["--header","•••••••••••••••••••••"]}',
    ],
    ['{"KEY": abc, // hunter2', '{"KEY": •••, //••••••••'],
    ['"KEY": "abc', '"KEY": "•••'],
    ['"KEY" "abc": 1', '"•••" "•••": 1'],
    ['"env" {"type": "abc"}', '"•••" {"type": "•••"}'],
    ['["a": "abc"]', '["•": "•••"]'],
    ['“KEY”: “s3cret”', '“•••”: “••••••”'],
    ['{"url":"https:\\/\\/a:b\\u0040x.dev"}', '{"url":"••••••••••••••••••••••••"}'],
    ['{"constructor":"abc","__proto__":"abc"}', '{"constructor":"•••","__proto__":"•••"}'],
  ])('H2: %s', (text, shown) => {
    expect(maskJson(text)).toBe(shown);
  });
});

const secret = fc.stringMatching(/^[a-z]{3}[0-9]{3}[A-Za-z0-9]{14}$/);
const noise = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 5 }),
      fc.constantFrom(
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '"',
        '\\',
        '\n',
        '//',
        '/*',
        '*/',
        '“',
        "'",
        '"type": ',
        '"url": "',
        '"command": ',
        '"args": [',
        '"env": {',
        'null',
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('maskJson on broken text', () => {
  test('H4: a planted secret does not come out, whatever is broken around it', () => {
    const wrapped = secret.chain((one) =>
      fc
        .constantFrom(
          `"${one}"`,
          one,
          `'${one}'`,
          `“${one}”`,
          `"KEY": "${one}"`,
          `"${one}": 1`,
          `// ${one}\n`,
          `"x ${one} y"`,
        )
        .map((text) => ({ text, one })),
    );
    fc.assert(
      fc.property(noise, wrapped, noise, (left, { text, one }, right) => {
        expect(maskJson(left + text + right)).not.toContain(one);
      }),
      { numRuns: 3000 },
    );
  });

  test('every character stays in its column and every line on its line', () => {
    fc.assert(
      fc.property(noise, (text) => {
        const masked = maskJson(text);
        expect(masked.length).toBe(text.length);
        expect(masked.replace(/[^\r\n]/g, '')).toBe(text.replace(/[^\r\n]/g, ''));
      }),
    );
  });

  test('a part is masked as it is within the whole, in whatever order parts are asked for', () => {
    fc.assert(
      fc.property(
        noise,
        fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { minLength: 2 }),
        (text, asked) => {
          const masked = jsonMasker(text);
          for (const [from, length] of asked) {
            expect(masked(from, from + length)).toBe(maskJson(text).slice(from, from + length));
          }
        },
      ),
    );
  });

  test('strings of megabytes and endless escapes are read without a stack', () => {
    expect(maskJson(`{"a":"${'\\n'.repeat(2_000_000)}"}`)).toHaveLength(4_000_008);
  });
});

describe('excerpts', () => {
  test('a line keeps its columns', () => {
    const text = '{\r\n  "env": { "KEY": "abc" },,\r\n}';
    expect(excerptsIn(text)(text.indexOf(',,') + 1)).toBe('  "env": { "KEY": "•••" },,');
  });

  test('a long line is cut around the place', () => {
    const text = `{"a": [${'1,'.repeat(500)},`;
    const line = excerptsIn(text)(text.length - 1);
    expect(line.startsWith('…')).toBe(true);
    expect(line.endsWith(',,')).toBe(true);
    expect(line.length).toBeLessThan(220);
  });

  test('an entry stands without the indentation it shares', () => {
    const text = '{\n  "mcpServers": {\n    "acme": {\n      "url": 1\n    }\n  }\n}';
    const start = text.indexOf('"acme"');
    expect(excerptLines(text, start, text.indexOf('}') + 1)).toBe('"acme": {\n  "url": 1\n}');
  });

  test('an entry of many lines is cut', () => {
    const text = `"a": {\n${'1,\n'.repeat(100)}}`;
    expect(excerptLines(text, 0, text.length).split('\n')).toHaveLength(25);
  });
});
