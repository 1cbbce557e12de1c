import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { bearer, MCP_URL } from '../testing/exchange-builders.ts';
import { challengeFault, type ChallengeFault } from './challenge-fault.ts';
import { bearerOf, metadataUrlFor, parseChallenges } from './challenge.ts';

const META = 'https://mcp.example.com/.well-known/oauth-protected-resource/mcp';
const faultOf = (header: string | null, url = MCP_URL) =>
  challengeFault({ header, bearer: bearerOf(parseChallenges(header ?? '')) }, url);

test.each<[string | null, ChallengeFault | null]>([
  [null, 'missing'],
  ['', 'bare'],
  ['Bearer', 'bare'],
  ['Basic realm="x"', 'bare'],
  ['Bearer realm="x"', 'without'],
  [`Bearer resource="${META}"`, 'resource'],
  ['Bearer resource_metadata=""', 'empty'],
  ['Bearer resource_metadata="/x"', 'relative'],
  [bearer('file:///etc/passwd'), 'scheme'],
  [bearer('http://mcp.example.com/x'), 'insecure'],
  [`Bearer resource_metadata=${META}`, 'unquoted'],
  [`Bearer resource_metadata = "${META}"`, 'spelling'],
  [`Basic realm="x", ${bearer()}`, 'late'],
  [`DPoP resource_metadata="${META}"`, null],
  [bearer(), null],
])('%j', (header, fault) => {
  expect(faultOf(header)).toBe(fault);
});

test('http is no fault where the server itself is reached over http', () => {
  expect(faultOf(bearer('http://127.0.0.1:1/x'), 'http://127.0.0.1:1/mcp')).toBeNull();
});

test('without a fault, every reading finds the same absolute address', () => {
  const piece = fc.constantFrom('Bearer ', 'resource_metadata=', '"', META, ', ', 'realm="x"', ' ');
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string())), (pieces) => {
      const header = pieces.join('');
      if (faultOf(header) !== null) return;
      const url = metadataUrlFor(header, 'bearer-first');
      expect(url).toBe(metadataUrlFor(header, 'bearer-anywhere'));
      expect(new URL(url!).protocol).toMatch(/^https?:$/);
    }),
  );
});
