import { RuleTester } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, test } from 'vitest';
import { forbiddenGlobals } from './forbidden-globals.mjs';

RuleTester.describe = describe;
RuleTester.it = test;
const tester = new RuleTester({
  languageOptions: { parser: tseslint.parser, globals: { performance: 'readonly' } },
});
const options = [{ root: '/repo' }];
const engine = { filename: '/repo/main/engine/run/run.ts', options };
const refused = (name: string, instead: string) => [
  { messageId: 'refused', data: { layer: 'engine', name, instead } },
];
const NOW = 'ports.clock.now (main/engine/ports.ts)';
const FETCH = 'ports.http (E1: one HTTP port)';

tester.run('forbidden-globals', forbiddenGlobals, {
  valid: [
    { ...engine, code: 'const at = new Date(0).toISOString();' },
    { ...engine, code: "const at = Date.parse('2026-01-01');" },
    { ...engine, code: 'const most = Math.max(1, 2);' },
    { ...engine, code: 'function run(fetch: () => void) { fetch(); }' },
    { ...engine, code: 'const one = { fetch: 1, process: 2 }; one.fetch;' },
    { ...engine, filename: '/repo/main/platform/clock.ts', code: 'Date.now(); setTimeout(f, 1);' },
    { ...engine, filename: '/repo/main/engine/run/run.test.ts', code: 'fetch(url);' },
    { ...engine, filename: '/repo/renderer/clock.ts', code: 'Date.now(); window.close();' },
  ],
  invalid: [
    { ...engine, code: 'fetch(url);', errors: refused('fetch', FETCH) },
    { ...engine, code: 'globalThis.fetch(url);', errors: refused('fetch', FETCH) },
    { ...engine, code: "globalThis['fetch'](url);", errors: refused('fetch', FETCH) },
    { ...engine, code: 'const later = Date.now();', errors: refused('Date.now', NOW) },
    { ...engine, code: "const later = Date['now']();", errors: refused('Date.now', NOW) },
    { ...engine, code: 'const now = new Date();', errors: refused('new Date', NOW) },
    { ...engine, code: 'const now = Date();', errors: refused('new Date', NOW) },
    {
      ...engine,
      code: 'const luck = Math.random();',
      errors: refused('Math.random', 'a value from a port (main/engine/ports.ts)'),
    },
    {
      ...engine,
      code: 'performance.now();',
      errors: refused('performance', 'ports.clock.monotonic (main/engine/ports.ts)'),
    },
    {
      ...engine,
      code: 'process.env.HOME;',
      errors: refused('process', 'ports.place (main/engine/ports.ts)'),
    },
    {
      ...engine,
      code: 'console.log(1);',
      errors: refused('console', 'a returned value; only a host prints'),
    },
    {
      ...engine,
      code: 'setTimeout(f, 1);',
      errors: refused('setTimeout', 'ports.clock.after (main/engine/ports.ts)'),
    },
    {
      ...engine,
      filename: '/repo/renderer/store.ts',
      code: "window.localStorage.setItem('a', 'b');",
      errors: [{ messageId: 'refused' }],
    },
  ],
});
