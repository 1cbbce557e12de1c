import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { evidenceSchema } from '../../contract/report.ts';
import { judgeRequirements } from '../run/judge-requirements.ts';
import { ANY_SIGN_IN } from '../testing/any-sign-in.ts';
import { healthyEvidence, withServer } from '../testing/evidence-builders.ts';
import { contacts, OPEN } from '../testing/exchange-builders.ts';
import { healthyTrace } from '../testing/healthy-trace.ts';
import { stateOf } from '../testing/judge-requirement.ts';
import { SIGN_IN_ROWS } from '../testing/sign-in-trace-rows.ts';
import { REQUIREMENTS } from './index.generated.ts';

test.each(SIGN_IN_ROWS)('%s: %s', (id, _, evidence, state) => {
  expect(stateOf(id, evidence)).toBe(state);
});

const OURS = REQUIREMENTS.filter(({ phase }) => phase === 'p2' || phase === 'p3');

test('a healthy sign-in breaks none of them, and none is met without one', () => {
  const states = (evidence: Parameters<typeof judgeRequirements>[1]) =>
    judgeRequirements(OURS, evidence).rows.map(({ state }) => state);
  expect(states(healthyEvidence({ signIn: healthyTrace() }))).not.toContain('broken');
  expect(new Set(states(healthyEvidence()))).toEqual(new Set(['not-seen']));
});

test('where no sign-in is asked for, none of those behind the challenge applies', () => {
  const open = healthyEvidence({ first: contacts({ post: OPEN }), signIn: healthyTrace() });
  const { rows } = judgeRequirements(OURS, open);
  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['not-applicable']));
});

test('L2: no sign-in makes a requirement throw, or speak without evidence', () => {
  const promise = withServer({ authorization_response_iss_parameter_supported: true });
  fc.assert(
    fc.property(ANY_SIGN_IN, (signIn) => {
      const { broken, notExamined } = judgeRequirements(REQUIREMENTS, { ...promise, signIn });
      expect(notExamined).toEqual([]);
      for (const { broken: said } of broken) {
        expect(said.evidence.length).toBeGreaterThan(0);
        for (const one of said.evidence) evidenceSchema.parse(one);
      }
    }),
    { numRuns: 300, seed: 6749 },
  );
});
