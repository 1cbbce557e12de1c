import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { clientParameters } from './authorize-parameters.ts';
import { authorizeEndpoint, authorizeRequest } from './authorize-request.ts';

const PARAMETERS = clientParameters(
  'claude-code',
  { clientId: 'c', redirectUri: 'http://localhost:1/cb', scope: 'a b' },
  { url: 'https://h.example/mcp', resource: null, scope: null, offersOffline: false },
);

test('a query of the endpoint stays, a fragment goes, and what is null is not sent', () => {
  const endpoint = authorizeEndpoint('https://h.example/authorize?tenant=t#x');
  const { url } = authorizeRequest(endpoint!, PARAMETERS);
  expect(url).toMatch(/^https:\/\/h\.example\/authorize\?tenant=t&response_type=code&client_id=c&/);
  expect(url).toContain('&scope=a+b');
  expect(url).not.toMatch(/resource|prompt|null|#/);
});

test('D6: whatever the metadata names, only http and https without user information are opened', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.jsonValue()), (named) => {
      const endpoint = authorizeEndpoint(named);
      if (endpoint === null) return;
      const { protocol, username, password, hash } = new URL(endpoint);
      expect(['http:', 'https:']).toContain(protocol);
      expect(username + password + hash).toBe('');
    }),
  );
});
