import { describe, expect, test } from 'vitest';
import { checkServer } from './check-server.ts';
import { REAL_SERVERS } from './start-real-server.ts';

/** Each starts a program of its own. */
const LIMIT_MS = 30_000;

describe('a server that nobody here wrote gets nothing but advice', () => {
  for (const { name, start } of REAL_SERVERS)
    for (const register of [false, true])
      test(
        `${name}${register ? ', with registration' : ''}`,
        async () => {
          const server = await start();
          try {
            const target = await checkServer(server.url, register);
            const heavy = target.findings.filter((one) => one.severity !== 'advice');
            expect(heavy.map((one) => `${one.code} ${one.explanation}`)).toEqual([]);
            expect(target.rootCause).toBeNull();
            expect(target.specification.length).toBeGreaterThan(60);
            const works = target.verdicts.filter((one) => one.client === 'claude-code');
            expect(works.map((one) => one.outcome)).toEqual(['works']);
          } finally {
            await server.close();
          }
        },
        LIMIT_MS,
      );
});
