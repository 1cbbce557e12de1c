import { describe, expect, test } from 'vitest';
import type { StoredSignIn } from '../../model/store-evidence.ts';
import { sampleSignIn } from '../../testing/sample-stores.ts';
import { ACCOUNT_POINTER } from './claude-code-sign-ins.ts';
import { storedFacts } from './stored-facts.ts';

const NOW = Date.UTC(2026, 10, 20, 10);
const HOUR = 3_600_000;

describe('a kept sign-in in one line', () => {
  test.each<[Partial<StoredSignIn>, string]>([
    [
      { access: 'empty', refresh: 'none' },
      'Claude Code keeps a sign-in for “acme”: the access token is empty, nothing to renew it with.',
    ],
    [
      { expiresAt: NOW + HOUR },
      'Claude Code keeps a sign-in for “acme”: an access token is there, good until 2026-11-20 11:00 UTC, a refresh token is there.',
    ],
    [
      { expiresAt: NOW - HOUR, refresh: 'empty' },
      'Claude Code keeps a sign-in for “acme”: an access token is there, expired since 2026-11-20 09:00 UTC, nothing to renew it with.',
    ],
    [
      { expiresAt: 0, refresh: 'none' },
      'Claude Code keeps a sign-in for “acme”: an access token is there with a time of expiry of 0, nothing to renew it with.',
    ],
    [
      { pointer: ACCOUNT_POINTER, server: null, url: null, access: 'none', refresh: 'none' },
      'Claude Code keeps a sign-in to Claude: no access token is there, nothing to renew it with.',
    ],
    [
      { client: 'mcp-remote', server: null, version: '0.1.37', expiresAt: null },
      'mcp-remote 0.1.37 keeps a sign-in for https://mcp.acme.dev/mcp: an access token is there, a refresh token is there.',
    ],
    [
      { client: 'mcp-remote', server: null, url: null, expiresAt: 9e99 },
      'mcp-remote keeps a sign-in: an access token is there, good until 9e+99, a refresh token is there.',
    ],
  ])('%o', (changes, line) => {
    expect(storedFacts(sampleSignIn(changes), NOW)).toBe(line);
  });

  test('without a clock nothing is called expired', () => {
    expect(storedFacts(sampleSignIn({ expiresAt: 1 }))).toContain(
      'good until 1970-01-01 00:00 UTC',
    );
  });
});

test('a note, a lock and a place each have a line', () => {
  const note = { file: '/f', pointer: '/acme', server: 'acme', since: NOW - 60_000, ttlMs: null };
  expect(storedFacts(note, NOW)).toBe(
    'Claude Code noted at 2026-11-20 09:59 UTC that “acme” asks for a sign-in and passes it over until that note is old.',
  );
  expect(storedFacts({ ...note, ttlMs: 1 }, NOW)).toBe(
    'Claude Code noted at 2026-11-20 09:59 UTC that “acme” asks for a sign-in.',
  );
  const lock = {
    file: '/f',
    hash: 'a',
    version: null,
    pid: 7,
    port: 9,
    startedAt: null,
    alive: false,
  };
  expect(storedFacts(lock)).toBe(
    'A lock says that process 7 of mcp-remote signs in on port 9, and that process is gone.',
  );
  const place = { client: 'claude-code', file: '/f', detail: null, modifiedAt: null } as const;
  expect(storedFacts({ ...place, state: 'ok' })).toBe('Sign-ins are kept here.');
  expect(storedFacts({ ...place, state: 'broken', detail: 'It is not valid JSON.' })).toBe(
    'Sign-ins are kept here, and could not be read: It is not valid JSON.',
  );
});
