import { expect, test } from 'vitest';
import { authMethodFor } from './client-identity.ts';
import { SECRET } from './testing/rig.ts';

test.each([
  [['client_secret_post', 'client_secret_basic'], 'client_secret_basic'],
  [['none', 'client_secret_post'], 'client_secret_post'],
  [['private_key_jwt'], 'client_secret_basic'],
  [undefined, 'client_secret_basic'],
])('TK-22: with a secret, %j is spoken as %s', (listed, method) => {
  const metadata = listed === undefined ? {} : { token_endpoint_auth_methods_supported: listed };
  expect(authMethodFor(SECRET, metadata)).toBe(method);
  expect(authMethodFor(null, metadata)).toBe('none');
});
