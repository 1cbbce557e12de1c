import { expect, test } from 'vitest';
import { healthyEvidence } from '../testing/evidence-builders.ts';
import { contacts, type Answer } from '../testing/exchange-builders.ts';
import { codesOn, findingsOf, notSeenBy, onlyFinding } from '../testing/judge-one.ts';
import { mode } from './f14-server-down.ts';

const answering = (post: Answer) => healthyEvidence({ first: contacts({ post }) });

test.each([
  ['dns', 'The host name does not resolve here'],
  ['refused', 'Nothing listens at this address'],
  ['unreachable', 'There is no way to this address'],
  ['reset', 'The server hangs up without an answer'],
  ['protocol', 'What answers does not speak HTTP'],
] as const)('%s: %s', (failure, title) => {
  const found = onlyFinding(mode, answering(failure));
  expect(found.title).toBe(title);
  expect(found.explanation).toContain(failure.toUpperCase());
  expect(found.evidence).toMatchObject([{ kind: 'http', exchange: 'legacy' }]);
});

test.each([500, 502, 503])('%i to a request without a token is a server that is down', (status) => {
  expect(onlyFinding(mode, answering(status)).title).toBe(
    `Your server answers ${status} to everyone`,
  );
});

test('499 is an answer: F21 takes it', () => {
  expect(findingsOf(mode, answering(499))).toEqual([]);
  expect(codesOn(answering(499))).toContain('F21');
});

test.each([
  ['tls', 'F10'],
  ['timeout', 'F13'],
] as const)('%s is %s', (failure, code) => {
  expect(codesOn(answering(failure))).toContain(code);
  expect(findingsOf(mode, answering(failure))).toEqual([]);
});

test('what our own policy did not ask, or a stopped run, is no fault of the server', () => {
  expect(findingsOf(mode, answering('policy'))).toEqual([]);
  expect(findingsOf(mode, answering('cancelled'))).toEqual([]);
  expect(notSeenBy(mode, answering('policy'))).toBeNull();
});
