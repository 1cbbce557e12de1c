import { describe, expect, test } from 'vitest';
import { NAVIGATION_ENDINGS } from '../../model/navigation-ending.ts';
import {
  AUTHORIZE_URL,
  BEGIN,
  callback,
  closed,
  hop,
  LOGIN_URL,
  navigationOf,
  OPTIONS,
  page,
  quiet,
  request,
  response,
} from '../../testing/navigation-of.ts';
import { CODE, ENDINGS } from './testing/ending-rows.ts';
import { UNDECIDED } from './testing/undecided-rows.ts';
import { endingOf, readNavigation, startNavigation, stepNavigation } from './read-navigation.ts';

test('every kind of ending has a row', () => {
  const kinds = new Set(ENDINGS.map(([, kind]) => kind));
  expect(NAVIGATION_ENDINGS.filter((kind) => !kinds.has(kind))).toEqual([]);
});

describe.each(ENDINGS)('%s', (_name, kind, happenings, says) => {
  const events = navigationOf(...happenings);
  const ending = readNavigation(events, OPTIONS);

  test('is what it is, says what was seen, and points to its events', () => {
    expect(ending.kind).toBe(kind);
    expect(ending.says).toMatch(says);
    expect(ending.events.length).toBeLessThanOrEqual(9);
    for (const index of ending.events) expect(events[index]).toBeDefined();
  });

  test('names the hop without its query and says nothing of codes and states', () => {
    expect(ending.at ?? '').not.toMatch(/[?#]/);
    expect(JSON.stringify(ending)).not.toMatch(/\[code 1\]|\[state 1\]|y=1/);
  });

  test('is said in whole sentences for people', () => {
    expect(ending.says).toMatch(/^\S.*\.$/s);
    expect(ending.says).not.toMatch(/!|\b(simply|just|please|it seems)\b|null|undefined/i);
  });
});

/** Decided with the last event, not before and not only at the end. */
const PROMPT = ENDINGS.filter(
  ([name, kind]) => kind !== 'waiting' && name !== 'a page cut off from its opener',
);
test.each(PROMPT)('%s is told with its last event', (_name, kind, happenings) => {
  const events = navigationOf(...happenings);
  const states = events.reduce(
    (all, event) => [...all, stepNavigation(all.at(-1)!, event)],
    [startNavigation(OPTIONS)],
  );
  const last = states.at(-1)!;
  expect(endingOf(last)?.kind).toBe(kind);
  expect(states.slice(0, -1).map(endingOf)).toEqual(states.slice(0, -1).map(() => null));
});

describe('what may still go on is not called', () => {
  test.each(UNDECIDED)('%s', (_name, happenings) => {
    const state = navigationOf(...happenings).reduce(stepNavigation, startNavigation(OPTIONS));
    expect(endingOf(state)).toBeNull();
  });
});

test('the same pages with other values every time are a loop after four circles', () => {
  const circle = (n: number) => [
    ...hop(`${AUTHORIZE_URL}&flow=[value ${n}]`, `${LOGIN_URL}?flow=[value ${n}]`),
    ...hop(`${LOGIN_URL}?flow=[value ${n}]`, `${AUTHORIZE_URL}&flow=[value ${n + 1}]`),
  ];
  const begin = request(`${AUTHORIZE_URL}&flow=[value 1]`);
  const after = (circles: number) =>
    navigationOf(begin, ...Array.from({ length: circles }, (_, n) => circle(n + 1)).flat()).reduce(
      stepNavigation,
      startNavigation(OPTIONS),
    );
  expect(endingOf(after(3))).toBeNull();
  expect(endingOf(after(4))?.kind).toBe('page-loop');
});

test('a page that goes in circles by a script is a loop, also where it rests in between', () => {
  const round = [request(LOGIN_URL, { by: 'page' }), ...page(LOGIN_URL, { title: 'One moment' })];
  const events = navigationOf(...round, 2_000, ...round, 2_000, ...round);
  expect(readNavigation(events, OPTIONS)).toMatchObject({ kind: 'page-loop', at: LOGIN_URL });
});

test('a callback wins over whatever was called before it', () => {
  const events = navigationOf(...BEGIN, response(AUTHORIZE_URL, 204), callback(CODE), closed());
  expect(readNavigation(events, OPTIONS)).toMatchObject({ kind: 'callback', events: [2] });
});

test('D8: what the error of a callback says is not shown before its issuer was compared', () => {
  const sent = '?error=access_denied&error_description=call+0800&iss=https://evil.example';
  const { says } = readNavigation(navigationOf(...BEGIN, callback(sent)), OPTIONS);
  expect(says).not.toMatch(/access_denied|0800|evil/);
});

test('H2: a name in a title, a token in a console message and a secret in a path are not told', () => {
  const url =
    'https://user:pw@auth.example.com/t/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl';
  const events = navigationOf(
    request(url),
    ...page(url, {
      title: 'Hello bob@example.com',
      status: 400,
      says: 'access_token=abcdefghijklmnop',
    }),
    quiet(2_000),
  );
  const ending = JSON.stringify(readNavigation(events, OPTIONS));
  expect(ending).not.toMatch(/bob|user:pw|eyJ|abcdefghijklmnop/);
});
