import { expect, test } from 'vitest';
import { attempt, missing, resourceDocument } from '../../testing/evidence-builders.ts';
import {
  isUsableResourceMetadata,
  looksLikeServerMetadata,
  resourceMetadataDefect,
} from './resource-metadata.ts';

test.each([
  [{}, null],
  [{ authorization_servers: undefined }, null],
  [{ authorization_servers: [] }, null],
  [{ resource: undefined }, 'resource'],
  [{ resource: 7 }, 'resource'],
  [{ resource: '/mcp' }, 'resource'],
  [{ authorization_servers: 'https://a.example' }, 'authorization_servers'],
  [{ authorization_servers: null }, 'authorization_servers'],
  [{ authorization_servers: ['https://a.example', 'b'] }, 'authorization_servers'],
  [{ authorization_servers: ['urn:a'] }, 'authorization_servers'],
  [{ scopes_supported: null }, 'scopes_supported'],
  [{ scopes_supported: ['a', 1] }, 'scopes_supported'],
])('PR-07, PR-13, PR-16: %j: %s', (changes, defect) => {
  const document = resourceDocument(changes);
  expect(resourceMetadataDefect(document)).toBe(defect);
  expect(isUsableResourceMetadata(attempt('path', document))).toBe(defect === null);
});

test('an address without a document is not usable', () => {
  expect(isUsableResourceMetadata(missing('path'))).toBe(false);
});

test('F23: a document of an authorization server is known by its members', () => {
  expect(looksLikeServerMetadata({ issuer: 'x' })).toBe(true);
  expect(looksLikeServerMetadata({ token_endpoint: 'x' })).toBe(true);
  expect(looksLikeServerMetadata({ issuer: 1, resource: 'x' })).toBe(false);
});
