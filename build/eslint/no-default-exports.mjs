/**
 * An exported thing has one name everywhere (examples.md §9). Configuration files are left out in
 * eslint.config.mjs, because their tools ask for a default export.
 * @type {import('eslint').Rule.RuleModule}
 */
export const noDefaultExports = {
  meta: {
    type: 'problem',
    docs: { description: 'No default exports' },
    schema: [],
    messages: {
      refused: 'Export it by its name: a default export gets another name in each file.',
    },
  },
  create(context) {
    const report = (/** @type {import('eslint').Rule.Node} */ node) =>
      context.report({ node, messageId: 'refused' });
    return {
      ExportDefaultDeclaration: report,
      'ExportSpecifier[exported.name="default"]': report,
    };
  },
};
