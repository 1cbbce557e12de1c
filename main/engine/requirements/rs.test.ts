import { describe, expect, test } from 'vitest';
import { answerJson, answerRedirect } from '../testing/fake-answers.ts';
import { withResource } from '../testing/evidence-builders.ts';
import { bearer, contacts, OPEN } from '../testing/exchange-builders.ts';
import { NEVER_SEEN, SIGN_IN_ROWS } from '../testing/sign-in-trace-rows.ts';
import { stateOf, untold } from '../testing/judge-requirement.ts';
import { CHALLENGE_ROWS } from '../testing/rs-challenge-rows.ts';
import { PROBE_ROWS } from '../testing/rs-probe-rows.ts';
import {
  answering,
  challenged,
  corsWith,
  open,
  probed,
  wrongToken,
} from '../testing/rs-samples.ts';
import type { TargetEvidence } from '../model/evidence.ts';
import { REQUIREMENTS } from './index.generated.ts';

/** What shows at the authorization request or in certificates has its rows elsewhere. */
const ELSEWHERE = ['RS-30', 'RS-38'];
const ROWS = [...CHALLENGE_ROWS, ...PROBE_ROWS];

test.each(ROWS)('%s: %s', (id, _, evidence, state) => {
  expect(stateOf(id, evidence)).toBe(state);
});

test('every requirement of the chapter is shown both kept and broken', () => {
  const open = untold('RS', [...ROWS, ...SIGN_IN_ROWS]);
  expect(open.filter((id) => ![...ELSEWHERE, ...NEVER_SEEN].includes(id))).toEqual([]);
});

/** What a broken requirement says and weighs. */
function said(id: string, evidence: TargetEvidence) {
  const requirement = REQUIREMENTS.find((one) => one.id === id)!;
  const outcome = requirement.check(evidence as never);
  if (typeof outcome === 'string' || !('broken' in outcome)) throw new Error(`${id} is not broken`);
  return outcome.broken;
}

describe('what was seen stands in the sentence', () => {
  test.each<[string, TargetEvidence, string]>([
    ['RS-01', answering(403), 'answered 403 to a request without a token'],
    ['RS-05', challenged('Bearer resource_metadata="/meta"'), '“/meta”'],
    ['RS-07', withResource({ scopes_supported: ['a', 'b'] }), 'all 2 of scopes_supported'],
    ['RS-08', challenged(`${bearer()}, scope="a,b"`), '“a,b”'],
    ['RS-10', probed('made-up token', OPEN), 'accepts any token'],
    ['RS-12', probed('other scheme', 500), '“Basic” is answered 500'],
    ['RS-31', withResource({ scopes_supported: ['offline_access'] }), 'stands in scopes_supported'],
    ['RS-35', answering(401, 400), 'server/discover requests get 400'],
    ['RS-35', answering(400, 401), 'initialize requests get 400'],
    ['RS-36', answering(answerRedirect('/mcp/', 301)), 'https://mcp.example.com/mcp/ (301)'],
  ])('%s', (id, evidence, words) => {
    expect(said(id, evidence).text).toContain(words);
  });

  test('a 200 without a result does not prove that a token got in', () => {
    expect(said('RS-10', probed('made-up token', answerJson({}))).text).not.toContain('accepts');
  });
});

describe('a fault weighs no more than it does', () => {
  const cors = contacts({
    post: corsWith([['Access-Control-Expose-Headers', 'WWW-Authenticate']]),
  });
  const local = { url: 'http://localhost:3000/mcp', ...open };
  test.each<[string, string, TargetEvidence, string | undefined]>([
    ['RS-09', 'an error without a token', challenged(`${bearer()}, error="x"`), 'advice'],
    ['RS-10', 'a crash at a made-up token', probed('made-up token', 500), 'advice'],
    ['RS-10', 'a made-up token that gets in', probed('made-up token', OPEN), undefined],
    ['RS-11', 'no error with one', probed('made-up token', wrongToken(bearer())), 'advice'],
    ['RS-12', 'a crash', probed('other scheme', 500), 'warning'],
    ['RS-12', 'a way in', probed('other scheme', OPEN), 'error'],
    ['RS-12', 'another refusal', probed('other scheme', 403), 'advice'],
    ['RS-32', 'a way in without a token', probed('foreign origin', OPEN), 'error'],
    ['RS-32', 'an open server on the internet', probed('foreign origin', OPEN, open), 'advice'],
    ['RS-32', 'an open server on this machine', probed('foreign origin', OPEN, local), 'error'],
    ['RS-34', 'a server that never speaks of CORS', probed('preflight', 401), 'advice'],
    ['RS-34', 'one that does', probed('preflight', 401, { first: cors }), 'warning'],
  ])('%s: %s', (id, _, evidence, severity) => {
    expect(said(id, evidence).severity).toBe(severity);
  });
});
