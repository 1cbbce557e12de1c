import { RuleTester } from 'eslint';
import { describe, test } from 'vitest';
import { noDefaultExports } from './no-default-exports.mjs';

RuleTester.describe = describe;
RuleTester.it = test;
const errors = [{ messageId: 'refused' }];

new RuleTester().run('no-default-exports', noDefaultExports, {
  valid: ['export const mode = {};', "export { mode } from './mode.ts';", "import x from './x';"],
  invalid: [
    { code: 'export default {};', errors },
    { code: 'export default function mode() {}', errors },
    { code: 'const mode = {}; export { mode as default };', errors },
    { code: "export { default } from './mode.ts';", errors },
  ],
});
