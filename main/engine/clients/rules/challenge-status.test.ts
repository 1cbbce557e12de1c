import { expect, test } from 'vitest';
import { healthyEvidence } from '../../testing/evidence-builders.ts';
import { contacts, OPEN, type Answer } from '../../testing/exchange-builders.ts';
import { answerRedirect } from '../../testing/fake-answers.ts';
import { hitOf } from '../../testing/judge-one.ts';
import { challengeStatus } from './challenge-status.ts';

const rule = challengeStatus([401, 403], 'It gives up.', 'observed', 'a run');
const on = (post: Answer) => hitOf(rule, healthyEvidence({ first: contacts({ post }) }));

test('RS-01: a status that the client does not know blocks, and is named', () => {
  expect(on(400)).toEqual({
    outcome: 'blocked',
    cause: 'F21',
    why: 'The request without a token is answered 400. It gives up.',
  });
});

test('a server that is down is F14’s for a client as well', () => {
  expect(on(503)).toMatchObject({ outcome: 'blocked', cause: 'F14' });
});

test('the statuses it knows, an open server and no answer at all are none of its business', () => {
  for (const post of [401, 403, OPEN, 'reset'] as const) expect(on(post)).toBeNull();
});

test('RS-36: behind a redirect that clients follow we see nothing', () => {
  expect(on(answerRedirect('/mcp/', 308))).toMatchObject({ outcome: 'unknown', cause: null });
  expect(on(answerRedirect('/login', 302))).toMatchObject({ outcome: 'blocked' });
});
