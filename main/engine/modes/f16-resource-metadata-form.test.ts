import { describe, expect, test } from 'vitest';
import {
  attempt,
  healthyEvidence,
  resourceDocument,
  withResource,
  type Changes,
} from '../testing/evidence-builders.ts';
import type { TargetEvidence } from '../model/evidence.ts';
import { allCodesOn, allFindingsOn } from '../testing/judge-one.ts';

/** Requirement, what is different, what it weighs, what is said. */
type Row = [id: string, changes: Changes, severity: string, words: string];

const found = (evidence: TargetEvidence) =>
  allFindingsOn(evidence).find(({ code }) => code === 'F16');

describe('resource metadata with a wrong member', () => {
  test.each<Row>([
    ['PR-16', { scopes_supported: null }, 'error', 'scopes_supported is null'],
    ['PR-16', { resource_name: null }, 'warning', 'resource_name is null'],
    ['PR-17', { scopes_supported: undefined }, 'advice', 'clients ask for none at all'],
    ['PR-18', { scopes_supported: ['*'] }, 'advice', 'lists the scope *'],
    ['PR-19', { bearer_methods_supported: ['body'] }, 'warning', 'without header'],
  ])('%s: %j', (id, changes, severity, words) => {
    const finding = found(withResource(changes));
    expect(finding).toMatchObject({ severity, requirements: [id], step: 'resource-metadata' });
    expect(finding?.explanation).toContain(words);
  });

  test('PR-20: two copies that differ are shown one above the other', () => {
    const other = resourceDocument({ authorization_servers: ['https://auth.example.com/x'] });
    const evidence = healthyEvidence({
      resourceMetadata: [
        attempt('header', other, 'https://mcp.example.com/meta'),
        attempt('path', resourceDocument()),
      ],
    });
    expect(found(evidence)).toMatchObject({ severity: 'warning', requirements: ['PR-20'] });
    expect(found(evidence)?.evidence.map(({ kind }) => kind)).toEqual(['mismatch', 'http', 'http']);
  });
});

test('a document without any list of servers is F27’s', () => {
  expect(allCodesOn(withResource({ authorization_servers: null }))).not.toContain('F16');
});

test('nothing is wrong with the healthy document', () => {
  expect(found(healthyEvidence())).toBeUndefined();
});
