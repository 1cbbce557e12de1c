import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CONTENT_SECURITY_POLICY } from '../shared/content-security-policy.ts';
import type { RendererFiles } from '../shared/renderer-files.ts';
import { answerAppRequest } from './app-file.ts';

const bytes = new TextEncoder().encode('<h1>');
const FILES: RendererFiles = new Map([
  ['index.html', { type: 'text/html; charset=utf-8', bytes }],
  ['index.js', { type: 'text/javascript; charset=utf-8', bytes }],
]);
const ask = (url: string, method = 'GET') => answerAppRequest(FILES, { method, url });

test('A4: a built file is sent with its type', () => {
  expect(ask('app://companion/index.js')).toMatchObject({
    status: 200,
    headers: { 'content-type': 'text/javascript; charset=utf-8' },
    bytes,
  });
});

test.each(['app://companion/', 'app://companion/?x#y'])('A4: %s is the start page', (url) =>
  expect(ask(url).headers['content-type']).toMatch('text/html'),
);

test.each([
  'app://companion/nothing',
  'app://companion/index.js/',
  'app://companion//index.js',
  'app://companion/INDEX.JS',
  'app://companion/%69ndex.js',
  'app://companion/..%2findex.js',
  'app://companion/%2e%2e%2f%2e%2e%2fetc/passwd',
  'app://companion/..%5cindex.js',
  'app://companion/index.js%00',
  'app://companion/constructor',
  'app://companion/__proto__',
  'app://other/index.js',
  'app://companion:1/index.js',
  'https://companion/index.js',
  'file:///index.js',
  'not a url',
])('A4: %s is not found', (url) => expect(ask(url).status).toBe(404));

test.each(['POST', 'PUT', 'HEAD', 'get'])('A4: the method %s is refused', (method) => {
  expect(ask('app://companion/', method).status).toBe(405);
});

test('A5: every answer carries the policy, refusals too', () => {
  for (const url of ['app://companion/', 'app://companion/nothing', 'app://other/'])
    expect(ask(url).headers['content-security-policy']).toBe(CONTENT_SECURITY_POLICY);
});

test('A4: no path leads to bytes that are not a built file of exactly that name', () => {
  const segment = fc.oneof(
    fc.constantFrom('..', '.', '%2e%2e', '%2E.', '..%2f', '..%5c', '', '%00', 'index.js', '\\'),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  );
  fc.assert(
    fc.property(fc.array(segment, { maxLength: 6 }), (segments) => {
      const url = `app://companion/${segments.join('/')}`;
      const answer = ask(url);
      if (answer.status === 200)
        expect(['/', '/index.html', '/index.js']).toContain(new URL(url).pathname);
      else expect(answer.bytes.length).toBe(0);
    }),
  );
});
