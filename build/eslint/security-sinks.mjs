import path from 'node:path';
import { layerOf } from '../judge-import.mjs';
import { SINKS } from './sinks.mjs';

/**
 * Refuses what the table of sinks lists, outside the files that the row allows. Tests are not held
 * to it: they feed such things to the product on purpose. One option: `root`, the folder of the
 * repository.
 * @type {import('eslint').Rule.RuleModule}
 */
export const securitySinks = {
  meta: {
    type: 'problem',
    docs: { description: 'No security sinks, by build/eslint/sinks.mjs' },
    schema: [{ type: 'object', properties: { root: { type: 'string' } }, required: ['root'] }],
    messages: { refused: '{{id}}: {{reason}}' },
  },
  create(context) {
    const file = path.relative(context.options[0].root, context.filename).split(path.sep).join('/');
    if (layerOf(file)?.name === 'tests') return {};
    const rows = SINKS.filter((sink) => !sink.only.includes(file)).flatMap((sink) =>
      sink.selectors.map((selector) => [
        selector,
        (/** @type {import('eslint').Rule.Node} */ node) =>
          context.report({
            node,
            messageId: 'refused',
            data: { id: sink.id, reason: sink.reason },
          }),
      ]),
    );
    return Object.fromEntries(rows);
  },
};
