import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPaste } from './read-paste.ts';
import { HOSTED } from './testing/way-rig.ts';

const LOCAL = 'http://localhost:3118/callback';
const read = (text: string, redirect = LOCAL) => readPaste(text, redirect);

describe('a pasted callback', () => {
  const answer = `${LOCAL}?code=abc&state=def`;
  test.each([
    ['the whole address', answer],
    ['with spaces around it', `  ${answer}\n`],
    ['broken by the terminal', answer.replace('abc', 'a\r\n bc')],
    ['in quotes', `“${answer}”`],
    ['in angle brackets', `<${answer}>`],
    ['without the scheme', answer.replace('http://', '')],
    ['the query with its mark', '?code=abc&state=def'],
    ['the query alone', 'code=abc&state=def'],
  ])('%s is taken', (_, text) => expect(read(text)).toEqual({ ok: true, url: answer }));

  test('the page of a hosted client is taken for a hosted client', () => {
    const url = `${HOSTED}?code=abc&state=def`;
    expect(read(url, HOSTED)).toEqual({ ok: true, url });
    expect(read(url).ok).toBe(false);
  });

  test('a program’s own scheme is taken', () => {
    const redirect = 'cursor://anysphere.cursor-mcp/oauth/callback';
    expect(read(`${redirect}?code=a`, redirect)).toEqual({ ok: true, url: `${redirect}?code=a` });
  });

  test('an error and a fragment are answers, too', () => {
    expect(read(`${LOCAL}?error=access_denied`).ok).toBe(true);
    expect(read(`${LOCAL}#code=abc`).ok).toBe(true);
  });

  test.each([
    ['nothing', '', 'Nothing was pasted'],
    ['the empty page', 'about:blank', '--browser isolated'],
    ['words', 'it did not work', 'That is no address'],
    ['a code alone', 'SplxlOBeZQQYbYS6WxSbIA', 'That is no address'],
    ['the sign-in page', 'https://auth.acme.example/login?code=1', 'auth.acme.example'],
    ['another port', 'http://localhost:1/callback?code=1', 'another page of this machine'],
    ['another path', 'http://localhost:3118/other?code=1', 'another page of this machine'],
    ['a longer path', `${LOCAL}/x?code=1`, 'another page of this machine'],
    ['a callback without an answer', LOCAL, 'the answer is missing'],
    ['a page', 'x'.repeat(20_000), 'longer than any address'],
    ['hidden characters', `${LOCAL}?code=\u202eabc`, 'characters'],
  ])('%s gets a sentence and another try', (_, text, says) => {
    expect(read(text)).toMatchObject({ ok: false, says: expect.stringContaining(says) as string });
  });

  test('D16: no refusal repeats what was pasted', () => {
    const secret = 'planted-code-1';
    const texts = [secret, `https://a.example/${secret}?code=${secret}`, `about:${secret}`];
    expect(texts.map((text) => JSON.stringify(read(text))).join('\n')).not.toContain(secret);
  });

  test('whatever is pasted, what is taken is at the redirect URI and holds an answer', () => {
    const piece = fc.constantFrom(LOCAL, 'localhost:3118/callback', '?', '#', 'code=1', '&', '@');
    const text = fc
      .array(fc.oneof(piece, fc.string({ unit: 'grapheme' })), { maxLength: 6 })
      .map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, (pasted) => {
        const paste = read(pasted);
        if (!paste.ok) {
          expect(paste.says).toMatch(/\.$/);
          return;
        }
        const url = new URL(paste.url);
        expect(url.origin + url.pathname).toBe(LOCAL);
        expect(paste.url).toMatch(/[?&#](code|error)=/);
        expect(readPaste(paste.url, LOCAL)).toEqual(paste);
      }),
      { numRuns: 2000 },
    );
  });
});
