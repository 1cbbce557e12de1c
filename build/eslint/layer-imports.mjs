import path from 'node:path';
import { judgeImport } from '../judge-import.mjs';

/**
 * @typedef {import('eslint').Rule.Node} Node
 * @typedef {{ name?: string, value?: unknown }} Named
 * @typedef {{ type: string, imported?: Named, local?: Named }} Specifier
 * @typedef {object} ImportLike What the many forms of an import have in common.
 * @property {Named | null} [source]
 * @property {Named} [expression]
 * @property {readonly Named[]} [arguments]
 * @property {readonly Specifier[]} [specifiers]
 */

/**
 * Holds every import, export, `import()`, `require()` and `import('…')` type against the layer
 * table (design.md, "May import"). One option: `root`, the folder of the repository.
 * @type {import('eslint').Rule.RuleModule}
 */
export const layerImports = {
  meta: {
    type: 'problem',
    docs: { description: 'Imports stay inside the layer table of build/layers.mjs' },
    schema: [{ type: 'object', properties: { root: { type: 'string' } }, required: ['root'] }],
    messages: { refused: '{{reason}}' },
  },
  create(context) {
    const file = path.relative(context.options[0].root, context.filename);
    const check = (/** @type {Node} */ node) => {
      const { specifier, names } = readImport(node);
      if (specifier === null) return;
      const reason = judgeImport(file.split(path.sep).join('/'), specifier, names);
      if (reason) context.report({ node, messageId: 'refused', data: { reason } });
    };
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
      TSImportType: check,
      TSExternalModuleReference: check,
      'CallExpression[callee.name="require"]': check,
    };
  },
};

/**
 * What a node imports and which exports it takes; `*` for the whole module.
 * @param {Node} node
 * @returns {{ specifier: string | null, names: readonly string[] }}
 */
function readImport(node) {
  const form = /** @type {ImportLike} */ (/** @type {unknown} */ (node));
  const value = (form.source ?? form.expression ?? form.arguments?.[0])?.value;
  return {
    specifier: typeof value === 'string' ? value : null,
    names: form.specifiers ? form.specifiers.map(takenName) : ['*'],
  };
}

/** @param {Specifier} one */
function takenName(one) {
  const taken = one.type === 'ExportSpecifier' ? one.local : one.imported;
  return taken ? String(taken.name ?? taken.value) : '*';
}
