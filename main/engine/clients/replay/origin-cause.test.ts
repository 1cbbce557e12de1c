import { expect, test } from 'vitest';
import { SDK_POLICY } from '../policies/sdk-policy.ts';
import {
  attempt,
  healthyEvidence,
  missing,
  PAGE,
  resourceDocument,
  serverDocument,
} from '../../testing/evidence-builders.ts';
import { contacts } from '../../testing/exchange-builders.ts';
import type { DocumentAttempt } from '../../model/evidence.ts';
import { originCause } from './origin-cause.ts';
import { replayDiscovery } from './replay.ts';

const causeOf = (header: string | undefined, ...resourceMetadata: DocumentAttempt[]) => {
  const first = header === undefined ? {} : { first: contacts({ header }) };
  return originCause(replayDiscovery(healthyEvidence({ ...first, resourceMetadata }), SDK_POLICY)!);
};
const GOOD = attempt('header', resourceDocument());

test.each([
  ['F23', attempt('header', serverDocument())],
  ['F24', missing('header')],
  ['F25', missing('header', PAGE)],
  ['F27', attempt('header', resourceDocument({ authorization_servers: undefined }))],
  ['F16', attempt('header', resourceDocument({ scopes_supported: null }))],
])('%s leads a client to the MCP origin', (cause, document) => {
  expect(causeOf(undefined, document)).toBe(cause);
});

test('F22: a good document whose name the client cannot read', () => {
  expect(causeOf('Basic realm="x", Bearer resource_metadata="https://x.example"', GOOD)).toBe(
    'F22',
  );
});

test('a server that the metadata names is no guess', () => {
  expect(causeOf(undefined, GOOD)).toBeNull();
});
