import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearness } from './nearness.ts';

const BASE = 'https://mcp.acme.dev/mcp';
const at = (url: string | null, name: string | null = 'acme') => ({ name, url });
const strict = (one: string | null, other: string | null, names = ['acme', 'other'] as const) =>
  nearness(at(one, names[0]), at(other, names[1]), false);

describe('two places', () => {
  test.each([
    [BASE, 'same'],
    ['HTTPS://MCP.acme.dev:443/mcp', 'same'],
    [`${BASE}/`, 'a slash more at the end'],
    ['http://mcp.acme.dev/mcp', 'http:// in one, https:// in the other'],
    ['https://mcp.acme.dev:8443/mcp', 'another port'],
    ['https://mcp.acme.dev/sse', 'another path'],
    ['https://mcp.acme.dev/', 'another path'],
    [`${BASE}?v=2`, 'another query'],
    ['http://mcp.acme.dev/mcp/', 'http:// in one, https:// in the other, a slash more at the end'],
    ['https://mcp.acme.dev/tenants/7/mcp', null],
    ['https://other.dev/mcp', null],
  ])('https://mcp.acme.dev/mcp and %s', (other, expected) => {
    expect(strict(BASE, other)).toBe(expected);
  });

  test('with one name are meant to be one server, whatever their addresses are', () => {
    const named = (url: string | null) => nearness(at(BASE), at(url, 'Acme'), false);
    expect(named('https://other.dev/mcp')).toBe('the same name, and another host');
    expect(named('https://mcp.acme.dev/tenants/7/mcp')).toBe('another path');
    expect(named(null)).toBe('the same name, but one has no address');
    expect(named('https://${HOST}/mcp')).toMatch(/variable/);
  });

  test('on one host are taken together where a server was asked for', () => {
    const other = at('https://mcp.acme.dev/tenants/7/mcp', 'other');
    expect(nearness(at(BASE), other, true)).toBe('another path');
  });

  test('on ports of this machine are two servers, unless they have one name', () => {
    expect(strict('http://localhost:3000/mcp', 'http://localhost:4000/mcp')).toBeNull();
    expect(
      strict('http://localhost:3000/mcp', 'http://localhost:4000/mcp', ['acme', 'acme'] as never),
    ).toBe('another port');
  });

  test('that start commands are one where the name is', () => {
    expect(nearness(at(null), at(null, 'acme'), false)).toBe('same');
    expect(nearness(at(null), at(null, 'other'), false)).toBeNull();
  });
});

test('nearness is the same in both directions and total', () => {
  const url = fc.oneof(fc.webUrl(), fc.string(), fc.constant(null), fc.constant(BASE));
  const meant = fc.record({ name: fc.oneof(fc.string(), fc.constant(null)), url });
  fc.assert(
    fc.property(meant, meant, fc.boolean(), (one, other, wide) => {
      expect(nearness(one, other, wide)).toBe(nearness(other, one, wide));
    }),
  );
});
