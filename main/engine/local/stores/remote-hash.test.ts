import { describe, expect, test } from 'vitest';
import { remoteHash, remotePort } from './remote-hash.ts';

/** Names of files that mcp-remote 0.15.1 made for these addresses, without headers. */
const SEEN = [
  ['http://127.0.0.1:34359/mcp', '23f8b7709518bf3d0f9695eaa04146da'],
  ['http://127.0.0.1:37561/mcp', '58baffe1ebcd9eb47eb56ffb0b9a57ab'],
  ['http://127.0.0.1:38025/mcp', 'c69c1869945ba9302bc4387063f0cbf3'],
  ['http://127.0.0.1:46689/mcp', 'ea1eeb1a6a530e21ffe07f3cf3f9ad18'],
  ['http://127.0.0.1:43915/mcp', '317cc850285cc69135a4f314d812afa4'],
] as const;

describe('the name of the files of a server', () => {
  test.each(SEEN)('of %s is as mcp-remote made it', (url, hash) => {
    expect(remoteHash(url)).toBe(hash);
  });

  test('depends on every letter of the address', () => {
    expect(remoteHash('http://127.0.0.1:34359/mcp/')).not.toBe(SEEN[0][1]);
  });

  test('counts resource and headers, and not their order', () => {
    const url = 'https://mcp.acme.dev/mcp';
    const headers = { 'X-Two': '2', Authorization: 'Bearer ${T}' };
    const turned = { Authorization: 'Bearer ${T}', 'X-Two': '2' };
    expect(remoteHash(url, null, headers)).toBe(remoteHash(url, null, turned));
    const all = [
      remoteHash(url),
      remoteHash(url, 'https://r'),
      remoteHash(url, null, headers),
      remoteHash(url, 'https://r', headers),
      remoteHash(url, null, {}, { clientMetadataUrl: 'https://c/x' }),
      remoteHash(url, null, {}, { authorizeParams: { audience: 'a' } }),
    ];
    expect(new Set(all).size).toBe(all.length);
  });

  test('is made of the parts with a bar between them', () => {
    expect(remoteHash('a', 'b', { C: 'd' })).toBe(remoteHash('a|b|{"C":"d"}'));
    expect(remoteHash('a', null, {}, { authorizeParams: { x: '1' }, tokenEndpoint: 't' })).toBe(
      remoteHash('a|{"x":"1"}|t'),
    );
  });
});

test('the port of the callback is made of the first four digits', () => {
  // What mcp-remote 0.15.1 printed: "Using callback port derived from the server URL: 12543".
  expect(remotePort('23f8b7709518bf3d0f9695eaa04146da')).toBe(12_543);
  expect(remotePort('0000')).toBe(3335);
  expect(remotePort('ffff')).toBe(3335 + (65_535 % 45_816));
});
