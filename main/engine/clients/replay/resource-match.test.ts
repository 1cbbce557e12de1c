import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchResource, sdkAcceptsResource } from './resource-match.ts';

const MCP = 'https://h.example/team/mcp';

describe('PR-10, PR-11: the advertised resource against https://h.example/team/mcp', () => {
  test.each([
    ['https://h.example/team/mcp', 'exact', true],
    ['HTTPS://H.example:443/team/mcp', 'exact', true],
    ['https://h.example/team/mcp#part', 'exact', true],
    ['https://h.example/team/mcp/', 'slash-twin', false],
    ['https://h.example/team', 'parent', true],
    ['https://h.example/team/', 'parent', true],
    ['https://h.example', 'parent', true],
    ['https://h.example/te', 'mismatch', false],
    ['https://h.example/team/mcp/more', 'mismatch', false],
    ['https://h.example/Team/mcp', 'mismatch', false],
    ['http://h.example/team/mcp', 'mismatch', false],
    ['https://h.example:8443/team/mcp', 'mismatch', false],
    ['https://other.example/team/mcp', 'mismatch', false],
    ['urn:h:team', 'mismatch', false],
  ] as const)('%s: %s', (advertised, match, accepted) => {
    expect(matchResource(advertised, MCP)).toBe(match);
    expect(sdkAcceptsResource(advertised, MCP)).toBe(accepted);
  });

  test('a slash that only the endpoint has is a twin that the SDK accepts', () => {
    expect(matchResource(MCP, `${MCP}/`)).toBe('slash-twin');
    expect(sdkAcceptsResource(MCP, `${MCP}/`)).toBe(true);
  });
});

test('D11: an advertised path is a parent on a segment boundary only', () => {
  const segment = fc.stringMatching(/^[a-z0-9]{1,8}$/);
  fc.assert(
    fc.property(segment, segment, (one, two) => {
      const advertised = `https://h.example/${one}`;
      expect(matchResource(advertised, `https://h.example/${one}/${two}`)).toBe('parent');
      expect(matchResource(advertised, `https://h.example/${one}${two}`)).toBe('mismatch');
    }),
  );
});

test('any two addresses can be compared', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true }), fc.webUrl(), (one, two) => {
      sdkAcceptsResource(one, two);
      expect(matchResource(one, one)).toBe('exact');
    }),
  );
});
