import { describe, expect, test } from 'vitest';
import {
  attempt,
  missing,
  openidDocument,
  PAGE,
  serverDocument,
} from '../../testing/evidence-builders.ts';
import {
  challengeMethods,
  registrationWays,
  sendsOnward,
  serverMetadataDefect,
} from './server-metadata.ts';

describe('AS-09, AS-11, AS-19, AS-20: what a schema-checking client refuses', () => {
  test.each([
    [{}, null],
    [{ issuer: undefined }, 'issuer'],
    [{ issuer: 'auth' }, 'issuer'],
    [{ authorization_endpoint: undefined }, 'authorization_endpoint'],
    [{ token_endpoint: '/token' }, 'token_endpoint'],
    [{ response_types_supported: 'code' }, 'response_types_supported'],
    [{ registration_endpoint: null }, 'registration_endpoint'],
    [{ registration_endpoint: '/register' }, 'registration_endpoint'],
    [{ registration_endpoint: undefined }, null],
    [{ scopes_supported: null }, 'scopes_supported'],
    [{ unknown_member: null }, null],
  ])('%j: %s', (changes, defect) => {
    expect(serverMetadataDefect(serverDocument(changes), 'oauth')).toBe(defect);
  });

  test('OpenID documents need their own members, wherever they lie', () => {
    expect(serverMetadataDefect(openidDocument(), 'oidc')).toBeNull();
    expect(serverMetadataDefect(serverDocument(), 'oidc')).toBe('jwks_uri');
    expect(
      serverMetadataDefect(openidDocument({ subject_types_supported: 1 }), 'oidc-appended'),
    ).toBe('subject_types_supported');
  });
});

describe('AS-06: the next address is asked', () => {
  test.each([400, 401, 404, 429, 502])('behind %i', (status) => {
    expect(sendsOnward(missing('oauth', status))).toBe(true);
  });

  test.each([500, 503, 504])('not behind %i', (status) => {
    expect(sendsOnward(missing('oauth', status))).toBe(false);
  });

  test('not behind a page, a document, no answer', () => {
    expect(sendsOnward(missing('oauth', PAGE))).toBe(false);
    expect(sendsOnward(attempt('oauth', {}))).toBe(false);
    expect(sendsOnward(missing('oauth', { kind: 'network', failure: 'reset', detail: '' }))).toBe(
      false,
    );
  });
});

test('AS-13: a list is read, anything else is none', () => {
  expect(challengeMethods({ code_challenge_methods_supported: ['S256', 1] })).toEqual(['S256']);
  expect(challengeMethods({ code_challenge_methods_supported: 'S256' })).toBeNull();
  expect(challengeMethods({})).toBeNull();
});

test('AS-17, CI-12: the ways to a client id', () => {
  expect(registrationWays(serverDocument())).toEqual({
    dynamic: true,
    documents: false,
    publicClients: false,
  });
  expect(
    registrationWays({
      client_id_metadata_document_supported: true,
      token_endpoint_auth_methods_supported: ['none'],
    }),
  ).toEqual({ dynamic: false, documents: true, publicClients: true });
  expect(registrationWays({ client_id_metadata_document_supported: 'true' }).documents).toBe(false);
});
