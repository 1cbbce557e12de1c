import { expect, test } from 'vitest';
import type { RegistrationAttempt } from '../model/registration-evidence.ts';
import { ISSUER } from '../testing/exchange-builders.ts';
import { refusal, registered, registration } from '../testing/registration-evidence.ts';
import { leftBehind } from './left-behind.ts';

const lines = (...attempts: RegistrationAttempt[]) =>
  leftBehind({ issuer: ISSUER, attempts, authorize: [] });
const made = (changes: Partial<RegistrationAttempt>) => ({
  ...registration('claude-code'),
  clientId: 'c1',
  ...changes,
});

test('what was deleted, and what was refused, leaves nothing behind', () => {
  expect(lines(made({ removal: 'deleted' }), registration('vscode', refusal('x')))).toEqual([]);
  expect(leftBehind(null)).toEqual([]);
});

test('each client that stays is named with why', () => {
  expect(lines(made({ removal: 'not offered' }))).toEqual([
    `${ISSUER} keeps the client c1, registered as Claude Code: it offers no deletion.`,
  ]);
  expect(lines(made({ removal: 'refused', clientId: null }))).toEqual([
    `${ISSUER} keeps a client without an id, registered as Claude Code: its deletion did not succeed.`,
  ]);
});

test('a client that others may use was left alone, which is said once', () => {
  const shared = (as: RegistrationAttempt['as']) => ({
    ...registration(as, (sent) => registered(sent, { client_id: 'all' })),
    removal: null,
  });
  expect(lines(shared('claude-code'), shared('mcp-remote'))).toEqual([
    `${ISSUER} gave us the client all, which others may use as well: it was left alone.`,
  ]);
});
