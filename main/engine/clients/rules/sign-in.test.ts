import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Headers } from '../../ports.ts';
import { healthyEvidence, withServer } from '../../testing/evidence-builders.ts';
import { exchange, ISSUER } from '../../testing/exchange-builders.ts';
import { answerFailure, answerJson, answerText } from '../../testing/fake-answers.ts';
import { hitOf } from '../../testing/judge-one.ts';
import { signedIn, tokenAnswerOf } from '../testing/lab.ts';
import { callbackError } from './callback-error.ts';
import { callbackIssuer } from './callback-issuer.ts';
import { callbackState } from './callback-state.ts';
import { firstCall } from './first-call.ts';
import { tokenAnswer } from './token-answer.ts';

const issuer = callbackIssuer('observed', 'a run');
const error = callbackError('claude-code', 'OAuth error: ', 'observed', 'a run');
const strict = tokenAnswer('claude-code', 'strict', 'observed', 'a run');
const lenient = tokenAnswer('claude-code', 'nulls-pass', 'observed', 'a run');
const call = firstCall('claude-code', 'It starts again.', 'observed', 'a run');
const state = callbackState('observed', 'a run');
const ALL = [issuer, error, state, strict, lenient, call];

test('without a sign-in, and with one that went well, none of them says anything', () => {
  for (const signIn of [null, signedIn()])
    for (const rule of ALL) expect(hitOf(rule, healthyEvidence({ signIn }))).toBeNull();
});

test('a sign-in that ended before says nothing of what came behind', () => {
  const nothing = { callback: null, token: null, call: null, list: null, trace: null } as const;
  const signIn = { as: 'claude-code', state: 's1', ...nothing } as const;
  for (const rule of ALL) expect(hitOf(rule, healthyEvidence({ signIn }))).toBeNull();
});

describe('F32: the four cases of RFC 9207', () => {
  test.each([
    ['promised and sent', true, ISSUER, null],
    ['promised and sent with a slash', true, `${ISSUER}/`, 'blocked'],
    ['promised and not sent', true, null, 'blocked'],
    ['sent without a promise', undefined, ISSUER, null],
    ['another sent without a promise', undefined, 'https://x.example', 'blocked'],
    ['neither', undefined, null, null],
  ])('%s', (_, promised, iss, outcome) => {
    const evidence = withServer({ authorization_response_iss_parameter_supported: promised });
    const callback: Headers = iss === null ? [] : [['iss', iss]];
    const hit = hitOf(issuer, { ...evidence, signIn: signedIn({ callback }) });
    expect(hit?.outcome ?? null).toBe(outcome);
  });

  test('the text is the one that the client shows, with both spellings', () => {
    const signIn = signedIn({ callback: [['iss', 'https://x.example']] });
    expect(hitOf(issuer, healthyEvidence({ signIn }))?.sees).toBe(
      `Issuer mismatch in authorization response (RFC 9207): expected "${ISSUER}", received "https://x.example"`,
    );
  });
});

describe('F67: an error instead of a code', () => {
  const came = (...callback: Headers) =>
    hitOf(error, healthyEvidence({ signIn: signedIn({ callback }) }));

  test('is told as the client tells it', () => {
    const hit = came(['error', 'access_denied'], ['error_description', 'user said no']);
    expect(hit).toMatchObject({ outcome: 'blocked', cause: 'F67' });
    expect(hit?.sees).toBe('OAuth error: access_denied - user said no');
  });

  test('about a scope has a cause of its own, and a long one is cut', () => {
    expect(came(['error', 'invalid_scope'])).toMatchObject({ cause: 'F65' });
    expect(came(['error', 'x'.repeat(5000)])?.why.length).toBeLessThan(400);
  });
});

describe('F81, F82: the token answer', () => {
  const both = (token: Parameters<typeof signedIn>[0]) =>
    [strict, lenient].map((rule) => {
      const hit = hitOf(rule, healthyEvidence({ signIn: signedIn(token) }));
      return hit?.cause ?? null;
    });

  test.each([
    ['201', { token: answerJson({ access_token: 'a', token_type: 'Bearer' }, 201) }, [null, null]],
    ['no token_type', { token: tokenAnswerOf({ token_type: undefined }) }, ['F82', null]],
    ['token_type null', { token: tokenAnswerOf({ token_type: null }) }, ['F82', 'F82']],
    ['scope null', { token: tokenAnswerOf({ scope: null }) }, ['F82', null]],
    ['scope a list', { token: tokenAnswerOf({ scope: ['a'] }) }, ['F82', 'F82']],
    ['expires_in a word', { token: tokenAnswerOf({ expires_in: 'soon' }) }, ['F82', 'F82']],
    ['expires_in a text of digits', { token: tokenAnswerOf({ expires_in: '60' }) }, [null, null]],
    ['no access_token', { token: tokenAnswerOf({ access_token: undefined }) }, ['F82', 'F82']],
    ['200 with an error', { token: answerJson({ error: 'x' }) }, ['F82', 'F82']],
    ['a list', { token: answerText('[]') }, ['F82', 'F82']],
    ['400', { token: answerJson({ error: 'invalid_grant' }, 400) }, ['F81', 'F81']],
    ['no answer', { token: answerFailure('reset') }, [null, null]],
  ] as const)('%s', (_, token, causes) => {
    expect(both(token)).toEqual(causes);
  });

  test('what the server says is repeated', () => {
    const token = answerJson({ error: 'invalid_grant', error_description: 'code expired' }, 400);
    const hit = hitOf(strict, healthyEvidence({ signIn: signedIn({ token }) }));
    expect(hit?.why).toContain('answers 400 with “code expired”');
  });

  test('D20: whatever comes, it is judged and nothing falls over', () => {
    const status = fc.integer({ min: 100, max: 599 });
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), status, (body, code) => {
        const signIn = signedIn({ token: answerText(body, code), call: answerText(body, code) });
        for (const rule of ALL) {
          const hit = hitOf(rule, healthyEvidence({ signIn }));
          expect(hit === null || hit.why.length > 0).toBe(true);
        }
      }),
    );
  });
});

describe('the first call with a token', () => {
  const page = answerText('<html>blocked</html>', 403);
  const scope = answerText('', 403, [['WWW-Authenticate', 'Bearer error="insufficient_scope"']]);
  test.each([
    ['401', answerText('', 401), 'F83'],
    ['403 for the scope', scope, 'F87'],
    ['403 with a page', page, 'F06'],
    ['403 without a word', answerText('', 403), 'F84'],
    ['404', answerText('', 404), 'F85'],
    ['400', answerText('', 400), 'F84'],
    ['502', answerText('', 502), 'F14'],
    ['202', answerText('', 202), null],
    ['no answer', answerFailure('reset'), null],
  ])('%s: %s', (_, answer, cause) => {
    const signIn = signedIn({ call: answer });
    expect(hitOf(call, healthyEvidence({ signIn }))?.cause ?? null).toBe(cause);
  });
});

describe('AZ-07: the state that comes back', () => {
  const cameWith = (...sent: readonly string[]) => {
    const callback: Headers = [['code', 'c1'], ...sent.map((one) => ['state', one] as const)];
    return hitOf(state, healthyEvidence({ signIn: { ...signedIn(), callback } }));
  };

  test('is the one that was sent, and nothing is said', () => {
    expect(cameWith('s1')).toBeNull();
  });

  test.each([['s'], []])('F67: changed or left out, the code is thrown away', (...sent) => {
    expect(cameWith(...sent)).toMatchObject({ outcome: 'blocked', cause: 'F67' });
  });
});

test('F87: a list of tools that is refused with the fresh token stops as the first call does', () => {
  const list = exchange({
    answer: answerText('', 403, [['WWW-Authenticate', 'Bearer error="insufficient_scope"']]),
  });
  const hit = hitOf(call, healthyEvidence({ signIn: { ...signedIn(), list } }));
  expect(hit).toMatchObject({ outcome: 'blocked', cause: 'F87' });
});
