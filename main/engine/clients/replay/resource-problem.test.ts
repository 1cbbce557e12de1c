import { describe, expect, test } from 'vitest';
import {
  attempt,
  missing,
  PAGE,
  resourceDocument,
  serverDocument,
} from '../../testing/evidence-builders.ts';
import { isGuarded, isWrongDocument, resourceProblem } from './resource-problem.ts';

test.each([
  ['F23', attempt('header', serverDocument())],
  ['F23', attempt('header', {})],
  ['F25', missing('header', 401)],
  ['F25', missing('path', PAGE)],
  ['F27', attempt('header', resourceDocument({ authorization_servers: [] }))],
  ['F27', attempt('path', serverDocument())],
  ['F16', attempt('path', resourceDocument({ scopes_supported: null }))],
  ['F27', attempt('path', resourceDocument({ resource: 'mcp', scopes_supported: null }))],
  ['F24', missing('header', 404)],
  ['F24', missing('path', 500)],
])('%s', (code, first) => {
  expect(resourceProblem([first, missing('root')])).toBe(code);
});

describe('guarded', () => {
  test.each([401, 403])('is %i', (status) => {
    expect(isGuarded(missing('path', status))).toBe(true);
  });

  test.each([404, 410, 429, 500])('is not %i', (status) => {
    expect(isGuarded(missing('path', status))).toBe(false);
  });

  test('is a redirect and a page, and no document is', () => {
    expect(isGuarded(missing('path', { kind: 'redirect', status: 302, to: '/login' }))).toBe(true);
    expect(isGuarded(attempt('path', {}))).toBe(false);
  });
});

test('resource metadata with a defect is not a document of another kind', () => {
  expect(isWrongDocument(attempt('path', resourceDocument({ resource: undefined })))).toBe(false);
  expect(isWrongDocument(attempt('path', { resource: 7 }))).toBe(false);
});
