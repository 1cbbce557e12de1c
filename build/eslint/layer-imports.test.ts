import { RuleTester } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, test } from 'vitest';
import { layerImports } from './layer-imports.mjs';

RuleTester.describe = describe;
RuleTester.it = test;
const tester = new RuleTester({ languageOptions: { parser: tseslint.parser } });
const options = [{ root: '/repo' }];
const engine = { filename: '/repo/main/engine/run/run.ts', options };
const electron = { filename: '/repo/main/hosts/electron/main.ts', options };
const refused = [{ messageId: 'refused' }];

tester.run('layer-imports', layerImports, {
  valid: [
    { ...engine, code: "import { z } from '../ports.ts';" },
    { ...engine, code: "export * from '../../contract/words.ts';" },
    { ...engine, code: 'const local = 1; export { local };' },
    { ...engine, code: 'void import(name);' },
    { ...electron, code: "import { app } from 'electron';" },
    { filename: '/repo/main/engine/run/run.test.ts', options, code: "import 'node:fs';" },
  ],
  invalid: [
    {
      ...engine,
      code: "import { readFile } from 'node:fs/promises';",
      errors: ['engine may not import node:fs/promises. Use ports.files (main/engine/ports.ts).'],
    },
    { ...engine, code: "import type { Stats } from 'node:fs';", errors: refused },
    { ...engine, code: "export { x } from '../../platform/x.ts';", errors: refused },
    { ...engine, code: "export * from '../../platform/x.ts';", errors: refused },
    { ...engine, code: "void import('../../platform/x.ts');", errors: refused },
    { ...engine, code: "type X = import('../../platform/x.ts').X;", errors: refused },
    { ...engine, code: "import x = require('../../platform/x.ts');", errors: refused },
    { ...engine, code: "const x = require('node:fs');", errors: refused },
    { ...engine, code: "import 'left-pad';", errors: refused },
    { ...electron, code: "import { app, ipcMain } from 'electron';", errors: refused },
    { ...electron, code: "import { ipcMain as quiet } from 'electron';", errors: refused },
    { ...electron, code: "import * as electron from 'electron';", errors: refused },
    { ...electron, code: "import electron from 'electron';", errors: refused },
    { ...electron, code: "export { ipcMain } from 'electron';", errors: refused },
    { ...electron, code: "const { ipcMain } = await import('electron');", errors: refused },
  ],
});
