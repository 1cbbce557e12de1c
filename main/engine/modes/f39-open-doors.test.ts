import { expect, test } from 'vitest';
import { healthyEvidence } from '../testing/evidence-builders.ts';
import { bearer, contacts, OPEN } from '../testing/exchange-builders.ts';
import { answerText } from '../testing/fake-answers.ts';
import { allCodesOn, allFindingsOn } from '../testing/judge-one.ts';
import { probed } from '../testing/rs-samples.ts';

const STREAM = answerText('', 200, [['Content-Type', 'text/event-stream']]);

test.each([
  ['RS-22', healthyEvidence({ first: contacts({ header: bearer(), stream: STREAM }) }), 'warning'],
  ['RS-22', probed('session end', 200), 'advice'],
  ['RS-32', probed('foreign origin', OPEN), 'error'],
] as const)('%s shows as F39, with its weight', (id, evidence, severity) => {
  expect(allFindingsOn(evidence)).toMatchObject([{ code: 'F39', severity, requirements: [id] }]);
});

test('a server that asks for the token before it looks at the origin is not accused', () => {
  expect(allCodesOn(probed('foreign origin', 401))).toEqual([]);
});
