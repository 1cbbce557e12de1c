import fc from 'fast-check';
import { expect, test } from 'vitest';
import { proxyNote } from './proxy-note.ts';

const noteFor = (variables: Record<string, string>) =>
  proxyNote({ env: (name) => variables[name] })[0];

test('E7: a proxy that is set is said, with what that means', () => {
  const note = noteFor({ https_proxy: 'http://proxy.example:3128', NO_PROXY: 'localhost' });
  expect(note?.what).toBe('The proxy that is set here (https_proxy=http://proxy.example:3128)');
  expect(note?.why).toContain('does not use the proxy');
});

test('without a proxy there is nothing to say', () => {
  expect(proxyNote({ env: () => undefined })).toEqual([]);
  expect(noteFor({ HTTPS_PROXY: '' })).toBeUndefined();
});

test('E7: credentials never come out, however the value is written', () => {
  const secret = 'planted-secret-7';
  const part = fc.string({ maxLength: 8 });
  fc.assert(
    fc.property(fc.constantFrom('http://', 'socks5h://', ''), part, part, (scheme, user, host) => {
      const value = `${scheme}${user}:${secret}@${host.replaceAll('@', '')}`;
      expect(JSON.stringify(noteFor({ ALL_PROXY: value }))).not.toContain(secret);
    }),
  );
});
