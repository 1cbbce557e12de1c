import { expect, test } from 'vitest';
import { conformanceText } from './conformance-text.ts';
import { scoredScenarios } from './scored-scenarios.ts';

const YAML = `# client: not this
server:
  - tools-list
client:
  - initialize
  - auth/metadata-default
  # a note

  - auth/iss-supported

not_scored:
  - scenario: auth/dpop
  - auth/never
`;

test('the scenarios of a revision are the authorization ones that it scores for clients', () => {
  expect(scoredScenarios(YAML)).toEqual(['auth/metadata-default', 'auth/iss-supported']);
  expect(scoredScenarios('server:\n  - auth/x\n')).toEqual([]);
});

test('the table counts scenarios, and shows a warning beside them', () => {
  const passed = { isPassed: true, passed: 18, failed: 0, warned: 0, text: '' };
  const warned = { isPassed: false, passed: 3, failed: 0, warned: 1, text: 'said' };
  const results = [
    { scenario: 'auth/one', ...passed },
    { scenario: 'auth/two', ...warned },
  ];
  const text = conformanceText('suite 1.0', [{ revision: '2026-07-28', results }]);
  expect(text).toContain('1 of 2 scenarios pass.');
  expect(text).toContain('| auth/one | passed | 18 | 0 | 0 |');
  expect(text).toContain('| auth/two | failed | 3 | 0 | 1 |');
});
