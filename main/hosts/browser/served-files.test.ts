import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CONTENT_SECURITY_POLICY } from '../shared/content-security-policy.ts';
import { answerTo, serveFiles, type PageRequest } from './served-files.ts';

const bytes = new TextEncoder().encode('<!doctype html>');
const files = serveFiles(
  new Map([
    ['index.html', { type: 'text/html; charset=utf-8', bytes }],
    ['index.js', { type: 'text/javascript; charset=utf-8', bytes }],
  ]),
);

const ask = (url: string, changes: Partial<PageRequest> = {}) =>
  answerTo(files, { method: 'GET', url, document: false, top: true, ...changes });
const page = { document: true } as const;

describe('the files of the browser host', () => {
  test('A5: each of them carries the content security policy', () => {
    expect(files.size).toBe(2);
    for (const file of files.values())
      expect(file.headers['content-security-policy']).toBe(CONTENT_SECURITY_POLICY);
  });

  test('our page and its script are served, also with a fragment', () => {
    expect(ask('https://companion.invalid/', page)?.headers['content-type']).toMatch(/^text\/html/);
    expect(ask('https://companion.invalid/#/a', page)).not.toBeNull();
    expect(ask('https://companion.invalid/index.js')?.headers['content-type']).toMatch(
      /javascript/,
    );
  });

  test.each([
    ['https://example.com/', page],
    ['https://example.com/index.js', {}],
    ['https://companion.invalid/index.js', page],
    ['https://companion.invalid/index.html', page],
    ['https://companion.invalid/', {}],
    ['https://companion.invalid/', { document: true, top: false }],
    ['https://companion.invalid/', { document: true, method: 'POST' }],
    ['https://companion.invalid/index.js?x', {}],
    ['https://companion.invalid/%2e%2e/index.js', {}],
    ['https://companion.invalid/index.js.LEGAL.txt', {}],
    ['https://companion.invalid:444/index.js', {}],
    ['http://companion.invalid/index.js', {}],
    ['https://companion.invalid@example.com/index.js', {}],
    ['file:///etc/passwd', page],
  ] as const)('A4, A8: %s with %o gets nothing', (url, changes) => {
    expect(ask(url, changes)).toBeNull();
  });

  test('A4: no other address gets anything, whatever it looks like', () => {
    const known = new Set(files.keys());
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (url) => {
        fc.pre(!known.has(url.replace(/#.*$/s, '')));
        expect(ask(url) ?? ask(url, page)).toBeNull();
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(text !== 'index.js' && !text.startsWith('#') && !text.startsWith('index.js#'));
        expect(ask(`https://companion.invalid/${text}`)).toBeNull();
      }),
    );
  });
});
