import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressKind, isRedirectUri, requestPatterns } from './redirect-match.ts';

const HOSTED = 'https://claude.ai/api/mcp/auth_callback';

test.each([
  [`${HOSTED}?code=1&state=2`, HOSTED],
  [`${HOSTED}#code=1`, HOSTED],
  [`${HOSTED}?`, HOSTED],
  ['https://CLAUDE.ai:443/api/mcp/auth_callback?code=1', HOSTED],
  ['http://127.0.0.1:1455/cb/x?code=1', 'http://127.0.0.1:1455/cb/x'],
  ['http://localhost:3000?code=1', 'http://localhost:3000/'],
  ['cursor://anysphere/cb?code=1', 'cursor://anysphere/cb'],
])('D3: %s is the redirect URI %s', (url, redirectUri) => {
  expect(isRedirectUri(url, redirectUri)).toBe(true);
});

test.each([
  'http://claude.ai/api/mcp/auth_callback',
  'https://claude.ai:8443/api/mcp/auth_callback',
  'https://claude.ai.example.com/api/mcp/auth_callback',
  'https://claude.ai/api/mcp/auth_callback/',
  'https://claude.ai/api/mcp/auth_callbacks',
  'https://claude.ai/API/mcp/auth_callback',
  'https://claude.ai/api/mcp/auth%5Fcallback',
  'https://user@claude.ai/api/mcp/auth_callback',
  'not an address',
  '',
])('D3: %s is not the redirect URI of the hosted client', (url) => {
  expect(isRedirectUri(url, HOSTED)).toBe(false);
});

test('D3: whatever comes behind it, the redirect URI stays itself; whatever goes before, it is another', () => {
  fc.assert(
    fc.property(fc.webQueryParameters(), fc.webFragments(), (query, fragment) => {
      expect(isRedirectUri(`${HOSTED}?${query}#${fragment}`, HOSTED)).toBe(true);
    }),
  );
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z0-9]{1,8}$/), (more) => {
      expect(isRedirectUri(`${HOSTED}${more}?code=1`, HOSTED)).toBe(false);
      expect(isRedirectUri(`https://${more}${HOSTED.slice(8)}`, HOSTED)).toBe(false);
    }),
  );
});

test('every document is watched, and everything that goes to the origin of the redirect URI', () => {
  expect(requestPatterns(HOSTED)).toEqual([
    { urlPattern: '*', resourceType: 'Document', requestStage: 'Request' },
    { urlPattern: 'https://claude.ai/*', requestStage: 'Request' },
  ]);
  expect(requestPatterns('claude://callback')).toHaveLength(1);
});

test.each([
  ['https://a.example/', 'web'],
  ['HTTP://a.example/', 'web'],
  ['claude://callback', 'program'],
  ['ms-settings:', 'program'],
  ['mailto:a@b.example', 'program'],
  ['about:blank', 'inner'],
  ['data:text/html,x', 'inner'],
  ['blob:https://a.example/1', 'inner'],
  ['', 'inner'],
] as const)('%s is of the kind %s', (url, kind) => {
  expect(addressKind(url)).toBe(kind);
});
