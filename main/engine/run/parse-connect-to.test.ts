import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { AppError } from '../../contract/errors.ts';
import { parseConnectTo } from './parse-connect-to.ts';

test.each([
  ['mcp.example.com:443:127.0.0.1:8443', ['mcp.example.com', 443, '127.0.0.1', 8443]],
  ['::127.0.0.1:8443', ['', 0, '127.0.0.1', 8443]],
  ['MCP.Example.com::localhost:80', ['mcp.example.com', 0, 'localhost', 80]],
  ['[::1]:443:[fe80::1]:8443', ['::1', 443, 'fe80::1', 8443]],
])('%s, as curl has it', (text, [host, port, toHost, toPort]) => {
  expect(parseConnectTo(text)).toEqual({ host, port, toHost, toPort });
});

test.each(['', 'a:1:b', 'a:1:b:', 'a:x:b:1', 'a:1::1', 'a:1:b:1:2', '::1:443:b:1'])(
  '%j is refused',
  (text) => {
    expect(() => parseConnectTo(text)).toThrow(AppError);
  },
);

test('any text is read or refused with a coded error', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      try {
        expect(parseConnectTo(text).toHost).not.toBe('');
      } catch (error) {
        expect(error).toMatchObject({ code: 'bad-option' });
      }
    }),
  );
});
