import { forbiddenGlobals } from './forbidden-globals.mjs';
import { layerImports } from './layer-imports.mjs';
import { noDefaultExports } from './no-default-exports.mjs';
import { securitySinks } from './security-sinks.mjs';

/** The rules of this repository, as an ESLint plugin. */
export const plugin = {
  meta: { name: 'unblank' },
  rules: {
    'forbidden-globals': forbiddenGlobals,
    'layer-imports': layerImports,
    'no-default-exports': noDefaultExports,
    'security-sinks': securitySinks,
  },
};
