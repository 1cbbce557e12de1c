import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../contract/errors.ts';
import { looksLikeAddress, parseAddress } from './parse-address.ts';

function refusalOf(text: string): string {
  try {
    return `accepted ${parseAddress(text)}`;
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'bad-address') throw error;
    return error.params.reason ?? '';
  }
}

test.each([
  ['https://mcp.example.com/mcp', 'https://mcp.example.com/mcp'],
  ['  http://localhost:3000/mcp\n', 'http://localhost:3000/mcp'],
  ['HTTPS://MCP.Example.com:443/Mcp?a=1#part', 'https://mcp.example.com/Mcp?a=1'],
  ['https://bücher.example/mcp', 'https://xn--bcher-kva.example/mcp'],
])('%j is read as %s', (text, url) => {
  expect(parseAddress(text)).toBe(url);
});

describe('refused, with the reason', () => {
  test.each([
    ['', 'it is empty'],
    ['mcp.example.com/mcp', 'Did you mean https://mcp.example.com/mcp?'],
    ['https://', 'is no URL'],
    ['ftp://mcp.example.com', 'only https:// and http:// can be checked'],
    ['javascript:alert(1)', 'only https:// and http:// can be checked'],
    ['file:///etc/passwd', 'only https:// and http:// can be checked'],
  ])('%j', (text, reason) => {
    expect(refusalOf(text)).toContain(reason);
  });

  test('D6: a user name or password, which the reason does not repeat', () => {
    const reason = refusalOf('https://ada:s3cret@mcp.example.com/mcp');
    expect(reason).toContain('it holds a user name or password');
    expect(reason).not.toContain('s3cret');
  });
});

test('whatever is typed, it is refused with a reason or read as http without credentials', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.webUrl().map((url) => ` ${url}#x `),
      ),
      (text) => {
        const said = refusalOf(text);
        expect(said).not.toBe('');
        if (!said.startsWith('accepted ')) return;
        const { protocol, username, hash } = new URL(said.slice('accepted '.length));
        expect([['http:', 'https:'].includes(protocol), username, hash]).toEqual([true, '', '']);
      },
    ),
  );
});

test.each([
  ['https://mcp.example.com', true],
  ['mcp.example.com/mcp', true],
  ['localhost:3000/mcp', true],
  ['acme', false],
  ['my server', false],
  ['acme.dev', false],
])('%j looks like an address: %s', (text, expected) => {
  expect(looksLikeAddress(text)).toBe(expected);
});
