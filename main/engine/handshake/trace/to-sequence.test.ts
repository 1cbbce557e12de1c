import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sequenceMessageSchema, type SequenceMessage } from '../../../contract/report.ts';
import type { SignInRound } from '../../model/sign-in-evidence.ts';
import { exchange, ISSUER } from '../../testing/exchange-builders.ts';
import {
  AUTHORIZE_URL,
  BEGIN,
  callback,
  closed,
  commit,
  failed,
  hop,
  LOGIN,
  LOGIN_URL,
  message,
  navigationOf,
  page,
  request,
  response,
  type Happening,
} from '../../testing/navigation-of.ts';
import { answerJson } from '../../testing/fake-answers.ts';
import {
  NOTHING_AFTER,
  refusedRound,
  round,
  roundThatEnded,
  step,
  tracedSignIn,
} from '../../testing/traced-sign-in.ts';
import { toSequence } from './to-sequence.ts';

const DISCOVERY = [
  exchange({ id: 'd1', answer: 401, startedAt: 100 }),
  exchange({ id: 'd2', answer: 401, startedAt: 130 }),
  exchange({
    id: 'd3',
    method: 'GET',
    purpose: 'protected resource metadata',
    step: 'resource-metadata',
    answer: 200,
    startedAt: 160,
    url: 'https://mcp.example.com/.well-known/oauth-protected-resource/mcp?x=y',
  }),
  exchange({
    id: 'd4',
    method: 'GET',
    purpose: 'authorization server metadata',
    step: 'server-metadata',
    answer: 200,
    startedAt: 190,
    url: `${ISSUER}/.well-known/oauth-authorization-server`,
  }),
  exchange({ id: 'd5', purpose: 'made-up token', startedAt: 220 }),
];

/** The diagram as lines: `you -> client: text`, with a mark where it is not well. */
function lines(messages: readonly SequenceMessage[]): readonly string[] {
  return messages.map(({ kind, from, to, text, state }) => {
    const mark = state === 'ok' ? '' : ` [${state}]`;
    return `${kind} ${from} > ${to}: ${text}${mark}`;
  });
}
const linesOf = (...[signIn, exchanges = []]: Partial<Parameters<typeof toSequence>>) =>
  lines(toSequence(signIn!, exchanges));
const visitLines = (changes: Partial<SignInRound>, ...happenings: readonly Happening[]) =>
  linesOf(
    tracedSignIn({
      rounds: [
        round({
          registration: null,
          ...NOTHING_AFTER,
          events: navigationOf(...happenings),
          ending: null,
          ...changes,
        }),
      ],
      end: 'failed',
      refresh: null,
      revocation: null,
      afterRevocation: null,
    }),
  );

test('a sign-in that goes well is told from the first request to the revocation', () => {
  expect(linesOf(tracedSignIn(), DISCOVERY)).toEqual([
    'request client > server: POST /mcp (2 times)',
    'answer server > client: 401',
    'request client > server: GET /.well-known/oauth-protected-resource/mcp',
    'answer server > client: 200',
    'request client > authorization: GET /.well-known/oauth-authorization-server',
    'answer authorization > client: 200',
    'request client > authorization: POST /register',
    'answer authorization > client: 201, a client id',
    'request client > you: opens the sign-in page',
    'request you > authorization: GET /authorize',
    'answer authorization > you: 302 to the callback',
    'request you > client: GET /api/mcp/auth_callback with a code',
    'request client > authorization: POST /token',
    'answer authorization > client: 200, access and refresh token',
    'request client > server: POST /mcp initialize, with the token',
    'answer server > client: 200',
    'request client > server: POST /mcp tools/list, with the token',
    'answer server > client: 200',
    'request client > authorization: POST /refresh, refresh',
    'answer authorization > client: 200, a new token',
    'request client > server: a call with the new token',
    'answer server > client: 200',
    'request client > authorization: POST /revoke, ends the token',
    'answer authorization > client: 200',
    'request client > server: to be refused: the token after its revocation',
    'answer server > client: 401',
  ]);
});

test('pages, redirects to other hosts and what goes wrong on them have their places', () => {
  const idp = 'https://idp.example.net/start?x=1';
  expect(
    visitLines(
      {},
      ...BEGIN,
      ...hop(AUTHORIZE_URL, idp, 303),
      ...page(idp, { title: 'Choose' }),
      message("Refused to send form data: violates form-action 'self'"),
      message('a script is slow'),
      request(LOGIN_URL, { frame: 'child' }),
      failed(LOGIN_URL, 'net::ERR_ABORTED'),
      failed(LOGIN_URL, 'net::ERR_CONNECTION_RESET'),
      { kind: 'popup', url: idp },
      { kind: 'scheme', url: 'cursor://x/y?z=1' },
      closed(),
    ),
  ).toEqual([
    'request client > you: opens the sign-in page',
    'request you > authorization: GET /authorize',
    'answer authorization > you: 303 to idp.example.net/start',
    'request you > authorization: GET idp.example.net/start',
    'answer authorization > you: 200',
    'page authorization > you: a page: “Choose”',
    'note you > you: the browser blocks the way back (form-action) [warning]',
    'answer authorization > you: net::ERR_CONNECTION_RESET [wrong]',
    'note you > you: wants a window of its own, and gets none [warning]',
    'note you > you: leads to cursor://x/y [warning]',
    'note you > you: the window was closed [warning]',
  ]);
});

test('a blank page is an empty frame with its reason', () => {
  const ending = {
    kind: 'no-content',
    at: AUTHORIZE_URL,
    says: 'It answers 204.',
    events: [1],
  } as const;
  const events = navigationOf(...BEGIN, response(AUTHORIZE_URL, 204));
  const messages = toSequence(
    tracedSignIn({
      rounds: [roundThatEnded('no-content', { events, ending })],
      end: 'blank',
      refresh: null,
    }),
    [],
  );
  expect(messages.find(({ kind }) => kind === 'blank')).toMatchObject({
    text: 'nothing to see',
    state: 'wrong',
    says: 'It answers 204.',
  });
});

test('a client that never starts stops where it stops, and its frame is about:blank', () => {
  const neverStarted = {
    step: 'resource-metadata',
    cause: 'F23',
    why: 'The 401 names the wrong document.',
  } as const;
  const messages = toSequence(
    tracedSignIn({
      neverStarted,
      rounds: [],
      end: 'never started',
      refresh: null,
      revocation: null,
      afterRevocation: null,
    }),
    DISCOVERY,
  );
  expect(messages.slice(-2)).toMatchObject([
    {
      kind: 'note',
      text: 'stops at the resource metadata',
      says: 'The 401 names the wrong document.',
    },
    { kind: 'blank', text: 'about:blank', state: 'wrong' },
  ]);
});

test('a loop has its reason to begin again, and a bracket with its cause', () => {
  const rounds = [refusedRound(1), refusedRound(2)];
  const messages = toSequence(
    tracedSignIn({ rounds, end: 'loop', refresh: null, revocation: null, afterRevocation: null }),
    [],
  );
  expect(lines(messages)).toContain(
    'note client > client: signs in again: 401 after a good token [warning]',
  );
  expect(messages.at(-1)).toMatchObject({ kind: 'loop', text: 'again, 2 of 2', state: 'wrong' });
  expect(messages.at(-1)?.says).toMatch(/answers 401 to the very token/);
});

test('what must be refused and is not, stands out', () => {
  const checks = { 'code again': step('again', 400), 'token in the query': step('query', 200) };
  const told = linesOf(tracedSignIn({ checks }));
  expect(told).toContain('request client > authorization: to be refused: code again');
  expect(told.filter((line) => line.includes('[warning]'))).toEqual([
    'answer server > client: 200 [warning]',
  ]);
});

test('errors of the token endpoint are named, and other text of it is not', () => {
  const refused = (error: string) =>
    linesOf(
      tracedSignIn({
        rounds: [round({ ...NOTHING_AFTER, token: step('token', answerJson({ error }, 400)) })],
      }),
    ).find((line) => line.includes('400'));
  expect(refused('invalid_grant')).toBe('answer authorization > client: 400 invalid_grant [wrong]');
  expect(refused('Call 0800 now')).toBe('answer authorization > client: 400 [wrong]');
});

describe('while it happens', () => {
  const whole = [...LOGIN, 3_000, callback('?code=[code 1]')] as const;

  test('every prefix of a sign-in is a diagram, and what was drawn keeps its id and its words', () => {
    const events = navigationOf(...whole);
    const at = (count: number) =>
      toSequence(
        tracedSignIn({
          rounds: [round({ ...NOTHING_AFTER, ending: null, events: events.slice(0, count) })],
          refresh: null,
          revocation: null,
          afterRevocation: null,
        }),
        DISCOVERY,
      ).map(({ id, text }) => `${id} ${text}`);
    for (let count = 0; count < events.length; count += 1) {
      expect(at(count + 1).slice(0, at(count).length)).toEqual(at(count));
    }
  });

  test('the last step of an open page is waited for', () => {
    expect(visitLines({}, ...LOGIN).at(-1)).toBe(
      'page authorization > you: a page: “Sign in” [waiting]',
    );
  });
});

describe('whatever the server does', () => {
  const rounds = fc.array(
    fc
      .record({ visits: fc.nat(60), number: fc.nat(9), ended: fc.boolean(), tokens: fc.boolean() })
      .map(({ visits, number, ended, tokens }) => {
        const events = navigationOf(
          ...Array.from({ length: visits }, (_, n) => [
            request(`${LOGIN_URL}?n=${n}`),
            response(LOGIN_URL, 302),
            commit(LOGIN_URL),
          ]).flat(),
        );
        const base = round({ number: number + 1, events });
        return { ...base, ...(ended ? {} : { ending: null }), ...(tokens ? {} : NOTHING_AFTER) };
      }),
    { maxLength: 8 },
  );
  const many = fc
    .nat(80)
    .map((count) =>
      Array.from({ length: count }, (_, n) =>
        exchange({ id: `d${n}`, url: `https://mcp.example.com/${n}` }),
      ),
    );

  test('a diagram has at most 200 messages, in time, each once, as the report wants them', () => {
    fc.assert(
      fc.property(
        rounds,
        many,
        fc.constantFrom('loop', 'failed', 'signed in'),
        (all, exchanges, end) => {
          const numbered = all.map((one, index) => ({ ...one, number: index + 1 }));
          const messages = toSequence(tracedSignIn({ rounds: numbered, end }), exchanges);
          expect(messages.length).toBeLessThanOrEqual(200);
          expect(new Set(messages.map(({ id }) => id)).size).toBe(messages.length);
          const times = messages.map(({ atMs }) => atMs);
          expect(times).toEqual(times.toSorted((a, b) => a - b));
          for (const one of messages) expect(sequenceMessageSchema.parse(one)).toEqual(one);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('the longest diagram keeps its beginning and its end, and says how much it leaves out', () => {
    const events = navigationOf(
      ...Array.from({ length: 60 }, (_, n) => request(`${LOGIN_URL}?n=${n}`)),
    );
    const many = Array.from({ length: 4 }, (_, n) =>
      round({ number: n + 1, events, registration: step(`register ${n}`), modernCall: step('m') }),
    );
    const names = [
      'code again',
      'wrong verifier',
      'no verifier',
      'other client',
      'id token',
    ] as const;
    const more = [
      'token in the query',
      'session without token',
      'unknown grant',
      'unknown client',
      'expired token',
      'unsigned copy',
    ] as const;
    const checks = Object.fromEntries([...names, ...more].map((name) => [name, step(name, 400)]));
    const asked = Array.from({ length: 20 }, (_, n) =>
      exchange({ id: `d${n}`, url: `https://mcp.example.com/${n}` }),
    );
    const told = toSequence(tracedSignIn({ rounds: many, checks }), asked);
    expect(told).toHaveLength(200);
    expect(told[0]?.id).toBe('x.d0');
    expect(told.at(-1)?.id).toBe('after-revocation.answer');
    expect(told.map(({ text }) => text)).toContainEqual(expect.stringMatching(/^\d+ more steps$/));
  });

  test('10,000 events are drawn as their beginning, their end and how many lie between', () => {
    const events = navigationOf(
      ...Array.from({ length: 10_000 }, (_, n) => request(`https://auth.example.com/${n}`)),
    );
    const told = toSequence(tracedSignIn({ rounds: [round({ events })] }), []);
    expect(told.map(({ text }) => text)).toContain('9976 more steps like these');
    expect(told.length).toBeLessThan(60);
  });

  test('H2: no query, code, state or token stands in it', () => {
    const told = JSON.stringify(toSequence(tracedSignIn(), DISCOVERY));
    expect(told).not.toMatch(/x=y|\[code|\[state|\[access token|client_id=/);
  });
});

test('a sign-in that was recorded only in parts has no diagram', () => {
  expect(toSequence({ ...tracedSignIn(), trace: null }, DISCOVERY)).toEqual([]);
});
