import { expect, test } from 'vitest';
import { NO_STORES } from '../../model/store-evidence.ts';
import { storedLines } from './stored-lines.ts';

test('every kind of thing that is kept becomes a line with its file', () => {
  const stores = {
    ...NO_STORES,
    needsAuth: [
      { file: '/home/a/cache.json', pointer: '/acme', server: 'acme', since: 1, ttlMs: 2 },
    ],
    locks: [
      {
        file: '/home/a/x_lock.json',
        hash: 'x',
        version: null,
        pid: 7,
        port: 3334,
        startedAt: null,
        alive: false,
      },
    ],
  };
  expect(storedLines(stores, 100)).toMatchObject([
    { client: 'claude-code', file: '/home/a/cache.json', pointer: '/acme' },
    { client: 'mcp-remote', file: '/home/a/x_lock.json', pointer: null },
  ]);
  expect(storedLines(NO_STORES, 0)).toEqual([]);
});
