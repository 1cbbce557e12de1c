import { describe, expect, test } from 'vitest';
import {
  resourceMetadataAddresses,
  retiredPathAddress,
  serverMetadataAddresses,
  wellKnownResource,
} from './addresses.ts';

const WELL_KNOWN = 'https://h.example/.well-known/';
const urls = (addresses: readonly { url: string }[]) => addresses.map(({ url }) => url);

describe('resource metadata', () => {
  test.each([
    ['https://h.example/p/mcp', ['oauth-protected-resource/p/mcp', 'oauth-protected-resource']],
    ['https://h.example/mcp/', ['oauth-protected-resource/mcp/', 'oauth-protected-resource']],
    ['https://h.example/mcp?a=1', ['oauth-protected-resource/mcp?a=1', 'oauth-protected-resource']],
    ['https://h.example/?a=1', ['oauth-protected-resource?a=1', 'oauth-protected-resource']],
    ['https://h.example/', ['oauth-protected-resource']],
  ])('PR-02, PR-03: of %s is asked path first, then root', (resource, names) => {
    expect(urls(resourceMetadataAddresses(resource))).toEqual(
      names.map((name) => WELL_KNOWN + name),
    );
  });

  test('a port stays, a fragment goes', () => {
    expect(urls(resourceMetadataAddresses('https://h.example:8443/mcp#x'))[0]).toBe(
      'https://h.example:8443/.well-known/oauth-protected-resource/mcp',
    );
  });
});

describe('authorization server metadata', () => {
  test('AS-02: of an issuer without a path lies at two addresses, final slash or not', () => {
    const expected = ['oauth-authorization-server', 'openid-configuration'].map(
      (name) => WELL_KNOWN + name,
    );
    expect(urls(serverMetadataAddresses('https://h.example'))).toEqual(expected);
    expect(urls(serverMetadataAddresses('https://h.example/'))).toEqual(expected);
  });

  test('AS-02 to AS-04: of an issuer with a path is inserted twice, appended once, then misplaced', () => {
    expect(serverMetadataAddresses('https://h.example/t/1/')).toEqual([
      { place: 'oauth', url: `${WELL_KNOWN}oauth-authorization-server/t/1` },
      { place: 'oidc', url: `${WELL_KNOWN}openid-configuration/t/1` },
      { place: 'oidc-appended', url: 'https://h.example/t/1/.well-known/openid-configuration' },
      { place: 'oauth-root', url: `${WELL_KNOWN}oauth-authorization-server` },
    ]);
  });
});

test('F29: the retired address has the MCP path behind the name, and a root endpoint has none', () => {
  expect(retiredPathAddress('https://h.example/mcp')?.url).toBe(
    `${WELL_KNOWN}oauth-authorization-server/mcp`,
  );
  expect(retiredPathAddress('https://h.example/')).toBeNull();
});

describe('PR-09: the URL to which a resource metadata address belongs', () => {
  test.each([
    ['oauth-protected-resource/mcp?a=1', 'https://h.example/mcp?a=1'],
    ['oauth-protected-resource', 'https://h.example/'],
    ['oauth-protected-resources', null],
    ['openid-configuration', null],
  ])('%s', (name, resource) => {
    expect(wellKnownResource(WELL_KNOWN + name)).toBe(resource);
  });

  test('is the one of which it is made', () => {
    for (const url of ['https://h.example/mcp', 'https://h.example/a/b/', 'https://h.example/'])
      expect(wellKnownResource(resourceMetadataAddresses(url)[0]!.url)).toBe(url);
  });
});
