import path from 'node:path';
import { layerOf } from '../judge-import.mjs';

/**
 * @typedef {import('eslint').Rule.Node} Node
 * @typedef {Extract<Node, { type: 'Identifier' }>} Identifier
 */

/** Names of the global object: `window.fetch` is `fetch`. */
const GLOBAL_OBJECTS = ['globalThis', 'window', 'self', 'global'];

/**
 * Refuses the globals that the layer table forbids, and names the port to use. Besides plain names,
 * the table has members (`Date.now`, `Math.random`) and `new Date`, which means the present time:
 * without an argument. One option: `root`, the folder of the repository.
 * @type {import('eslint').Rule.RuleModule}
 */
export const forbiddenGlobals = {
  meta: {
    type: 'problem',
    docs: { description: 'Globals that a layer may not touch, by build/layers.mjs' },
    schema: [{ type: 'object', properties: { root: { type: 'string' } }, required: ['root'] }],
    messages: { refused: '{{layer}} may not use {{name}}. Use {{instead}}.' },
  },
  create(context) {
    const file = path.relative(context.options[0].root, context.filename);
    const layer = layerOf(file.split(path.sep).join('/'));
    const globals = layer?.globals ?? {};
    const check = (/** @type {Identifier} */ identifier) => {
      const name = usesOf(identifier).find((one) => Object.hasOwn(globals, one));
      if (name === undefined) return;
      const data = { layer: layer?.name ?? '', name, instead: globals[name] ?? '' };
      context.report({ node: identifier, messageId: 'refused', data });
    };
    return {
      'Program:exit'(node) {
        const scope = context.sourceCode.getScope(node);
        const references = [
          ...scope.through,
          ...scope.variables
            .filter((one) => one.defs.length === 0)
            .flatMap((one) => one.references),
        ];
        for (const { identifier } of references) check(/** @type {Identifier} */ (identifier));
      },
    };
  },
};

/**
 * Everything that a mention of a global may be called in the table.
 * @param {Identifier} identifier an identifier that no declaration of the file explains
 * @returns {readonly string[]}
 */
function usesOf(identifier) {
  const { name, parent } = identifier;
  if (name === 'Date' && isPresentTime(parent, identifier)) return ['new Date'];
  const member = memberOf(parent, identifier);
  if (member === null) return [name];
  return GLOBAL_OBJECTS.includes(name) ? [member] : [name, `${name}.${member}`];
}

/**
 * `new Date()`, `Date()` and `Date(…)`: all of them read the clock, unlike `new Date(value)`.
 * @param {Node} parent
 * @param {Identifier} identifier
 */
function isPresentTime(parent, identifier) {
  if (parent.type === 'CallExpression') return parent.callee === identifier;
  return (
    parent.type === 'NewExpression' && parent.callee === identifier && parent.arguments.length === 0
  );
}

/**
 * The member that is taken of an identifier, as `.name` or `['name']`.
 * @param {Node} parent
 * @param {Identifier} identifier
 * @returns {string | null}
 */
function memberOf(parent, identifier) {
  if (parent.type !== 'MemberExpression' || parent.object !== identifier) return null;
  const { property } = parent;
  if (!parent.computed && property.type === 'Identifier') return property.name;
  return property.type === 'Literal' ? String(property.value) : null;
}
