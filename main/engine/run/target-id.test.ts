import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { targetIds } from './target-id.ts';

test.each([
  ['https://mcp.example.com/mcp', 'mcp-example-com-mcp'],
  ['http://localhost:3000/mcp', 'localhost-3000-mcp'],
  ['My Server!', 'my-server'],
  ['日本語', 'server'],
  ['', 'server'],
])('%s: %s', (label, id) => {
  expect(targetIds([label])).toEqual([id]);
});

test('labels that would give the same id are numbered in order', () => {
  expect(targetIds(['acme', 'Acme', 'other', 'acme '])).toEqual([
    'acme',
    'acme-2',
    'other',
    'acme-3',
  ]);
});

test('every id is of letters, digits and hyphens, and stands once', () => {
  const word = fc.constantFrom('acme', 'acme-2', 'acme 2', 'server', '', '-', 'x'.repeat(80));
  fc.assert(
    fc.property(fc.array(fc.oneof(word, fc.string(), fc.webUrl())), (labels) => {
      const ids = targetIds(labels);
      for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(new Set(ids).size).toBe(labels.length);
    }),
  );
});
