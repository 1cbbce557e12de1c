import { expect, test } from 'vitest';
import { bearer, contacts, OPEN } from '../testing/exchange-builders.ts';
import { allCodesOn, allFindingsOn } from '../testing/judge-one.ts';
import { probed, wrongToken } from '../testing/rs-samples.ts';

test.each([
  ['RS-10', probed('made-up token', OPEN), 'error'],
  ['RS-11', probed('made-up token', wrongToken(bearer())), 'advice'],
  ['RS-12', probed('empty token', 500), 'warning'],
] as const)('%s shows as F38, with its weight', (id, evidence, severity) => {
  expect(allFindingsOn(evidence)).toMatchObject([{ code: 'F38', severity, requirements: [id] }]);
});

test('a server that refuses everything with 403 is told so once', () => {
  const evidence = probed('made-up token', 403, { first: contacts({ post: 403 }) });
  expect(allCodesOn(evidence)).toEqual(['F21']);
});
