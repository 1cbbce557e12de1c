import { describe, expect, test } from 'vitest';
import { healthyEvidence } from '../testing/evidence-builders.ts';
import { bearer, contacts, OPEN } from '../testing/exchange-builders.ts';
import { answerRedirect, answerText } from '../testing/fake-answers.ts';
import type { HttpOutcome } from '../ports.ts';
import { codesOn, findingsOf, notSeenBy, onlyFinding } from '../testing/judge-one.ts';
import { mode } from './f21-challenge-status.ts';

const answering = (post: number | HttpOutcome) =>
  healthyEvidence({ first: contacts({ post, header: bearer() }) });
const ERROR = '{"jsonrpc":"2.0","id":0,"error":{"code":-32001,"message":"Unauthorized"}}';

describe('RS-01: another answer than 401 is found', () => {
  test.each([400, 403, 404, 405, 429])('%i', (status) => {
    expect(onlyFinding(mode, answering(status))).toMatchObject({
      title: `Without a token your server answers ${status}, not 401`,
      evidence: [{ kind: 'http', exchange: 'legacy', note: `answered ${status}, expected 401` }],
    });
  });

  test.each([
    [
      'a redirect',
      answerRedirect('/login'),
      'It redirects to /login, which is meant for browsers.',
    ],
    ['a redirect to nowhere', answerText('', 302), 'It redirects to nowhere'],
    ['200 with an error in it', answerText(ERROR), 'It wraps an error of its own'],
    [
      '200 with an error as an event',
      answerText(`event: message\ndata: ${ERROR}\n\n`),
      'It wraps an error',
    ],
    ['200 with a page', answerText('<html>'), 'What it answers is not MCP'],
    ['404', answerText('', 404), 'Perhaps the MCP endpoint lies at another path.'],
  ])('%s is explained', (_, post, words) => {
    expect(onlyFinding(mode, answering(post)).explanation).toContain(words);
  });
});

test('401 is right, with or without a header', () => {
  expect(findingsOf(mode, answering(401))).toEqual([]);
  expect(findingsOf(mode, healthyEvidence({ first: contacts() }))).toEqual([]);
});

test('F36: a server that answers a result asks for no sign-in, so no 401 is due', () => {
  expect(findingsOf(mode, answering(OPEN))).toEqual([]);
});

test('500 is F14’s', () => {
  expect(codesOn(answering(500))).toEqual(['F14']);
});

test('no answer at all is not a wrong one', () => {
  expect(findingsOf(mode, healthyEvidence({ first: contacts({ post: 'reset' }) }))).toEqual([]);
});

test('an endpoint that only knows the event stream is judged by its GET', () => {
  const first = contacts({ post: 404, stream: 401 });
  expect(findingsOf(mode, healthyEvidence({ first }))).toEqual([]);
});

describe('RS-36: a redirect that keeps the POST', () => {
  test('on the same origin is followed by clients, so its end is not seen', () => {
    const evidence = answering(answerRedirect('/mcp/', 307));
    expect(notSeenBy(mode, evidence)).toContain('redirects to https://mcp.example.com/mcp/');
  });

  test('to another origin is refused', () => {
    const evidence = answering(answerRedirect('https://www.example.com/mcp', 308));
    expect(onlyFinding(mode, evidence).title).toContain('308');
  });
});

describe('RS-35: another answer to the newer request only', () => {
  const eras = (modern: number) =>
    healthyEvidence({ first: contacts({ modern, header: bearer() }) });

  test('is a warning: clients of today begin with the older request', () => {
    expect(onlyFinding(mode, eras(400))).toMatchObject({
      title: 'The 401 depends on the protocol version',
      severity: 'warning',
      evidence: [{ kind: 'http', exchange: 'modern' }],
    });
  });

  test('is no fault where the server had no time for it', () => {
    expect(findingsOf(mode, eras(429))).toEqual([]);
  });
});

test('it follows from what stands before any 401', () => {
  expect(mode.followsFrom).toEqual(expect.arrayContaining(['F08', 'F09', 'F88']));
});
