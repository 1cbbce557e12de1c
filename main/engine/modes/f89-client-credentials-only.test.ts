import { expect, test } from 'vitest';
import { withServer, type Changes } from '../testing/evidence-builders.ts';
import { allFindingsOn, findingsOf, onlyFinding } from '../testing/judge-one.ts';
import { mode } from './f89-client-credentials-only.ts';

const METHODS = 'token_endpoint_auth_methods_supported';
const programs = (changes: Changes = {}) =>
  withServer({ grant_types_supported: ['client_credentials'], ...changes });
const both = (changes: Changes = {}) =>
  programs({
    grant_types_supported: ['authorization_code', 'refresh_token', 'client_credentials'],
    ...changes,
  });

test('a server without an endpoint for people lets no client in', () => {
  const found = onlyFinding(mode, programs({ authorization_endpoint: undefined }));
  expect(found).toMatchObject({
    title: 'The server signs in programs only, not people',
    severity: 'error',
  });
  const causes = allFindingsOn(programs({ authorization_endpoint: undefined })).filter(
    ({ consequenceOf, severity }) => consequenceOf === null && severity === 'error',
  );
  expect(causes.map(({ code }) => code)).toEqual(['F89']);
});

test('where the endpoint is named all the same, the list may be wrong: a warning', () => {
  expect(onlyFinding(mode, programs()).severity).toBe('warning');
});

test('EX-01, EX-02: beside a sign-in for people, an unusable offer to programs is advice', () => {
  const found = onlyFinding(mode, both({ [METHODS]: ['none'] }));
  expect(found).toMatchObject({
    title: 'Client credentials cannot be used as they are listed',
    severity: 'advice',
  });
  const shown = allFindingsOn(both({ [METHODS]: ['none'] })).find(({ code }) => code === 'F89');
  expect(shown?.requirements).toEqual(['EX-01']);
  const unsigned = allFindingsOn(both({ [METHODS]: ['private_key_jwt'] }));
  expect(unsigned.find(({ code }) => code === 'F89')?.requirements).toEqual(['EX-02']);
});

test('a usable offer, and no offer at all, are fine', () => {
  expect(findingsOf(mode, both())).toEqual([]);
  expect(findingsOf(mode, withServer({}))).toEqual([]);
  expect(findingsOf(mode, withServer({ grant_types_supported: ['implicit'] }))).toEqual([]);
});
