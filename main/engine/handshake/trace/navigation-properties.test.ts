import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NavigationEvent } from '../../model/navigation-event.ts';
import { CONSENT, navigationOf, OPTIONS, REDIRECT_URI } from '../../testing/navigation-of.ts';
import {
  endingOf,
  finishNavigation,
  readNavigation,
  startNavigation,
  stepNavigation,
} from './read-navigation.ts';

const HOSTS = ['https://auth.example.com', 'https://idp.example.net:8443'];
const url = fc.oneof(
  fc
    .tuple(fc.constantFrom(...HOSTS), fc.constantFrom('/a', '/b?x=1', '/c#d', ''))
    .map(([a, b]) => a + b),
  fc.constantFrom(
    'about:blank',
    'chrome-error://chromewebdata/',
    '',
    REDIRECT_URI,
    'http://[',
    '://',
  ),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.string(),
);
const frame = fc.constantFrom('top' as const, 'child' as const);
const status = fc.constantFrom(200, 204, 205, 302, 307, 400, 403, 500);
const text = fc.oneof(
  fc.string(),
  fc.constantFrom(
    "violates form-action 'self'",
    'window.opener is null',
    'net::ERR_ABORTED',
    'net::ERR_BLOCKED_BY_RESPONSE',
    'net::ERR_FAILED',
    'invalid_client',
    'disallowed_useragent',
  ),
);
const headers = fc.array(
  fc.tuple(
    fc.constantFrom('Location', 'content-type', 'content-disposition', 'server'),
    fc.string(),
  ),
  { maxLength: 3 },
);
const has = fc.record({
  password: fc.boolean(),
  form: fc.boolean(),
  button: fc.boolean(),
  frame: fc.boolean(),
});
const kind = <K extends string>(one: K) => fc.constant(one);
const by = fc.constantFrom('us' as const, 'page' as const, 'form' as const);

const callback = fc.record({
  kind: kind('callback'),
  url: fc.oneof(
    url,
    fc.string().map((query) => `${REDIRECT_URI}?${query}`),
  ),
  method: fc.constantFrom('GET', 'POST', 'PUT'),
  frame,
  body: fc.option(fc.string()),
  by: fc.constantFrom('redirect' as const, 'page' as const, 'form' as const),
  status: fc.option(fc.constantFrom(301, 302, 303, 307, 308)),
});
const withoutCallback = fc.oneof(
  fc.record({
    kind: kind('request'),
    url,
    method: fc.constantFrom('GET', 'POST'),
    frame,
    redirectedBy: fc.option(fc.record({ url, status })),
    by,
  }),
  fc.record({ kind: kind('response'), url, status, frame, headers }),
  fc.record({ kind: kind('commit'), url, frame }),
  fc.record({ kind: kind('rest'), url, isEmpty: fc.boolean(), title: text, says: text, has }),
  fc.record({ kind: kind('failed'), url, error: text, frame }),
  fc.record({ kind: kind('download'), url, fileName: fc.string() }),
  fc.record({ kind: kind('popup'), url }),
  fc.record({ kind: kind('console'), text }),
  fc.record({ kind: kind('certificate'), url, error: text }),
  fc.record({ kind: kind('passkey'), url }),
  fc.record({ kind: kind('scheme'), url }),
  fc.record({ kind: kind('crashed') }),
  fc.record({ kind: kind('closed'), by: fc.constantFrom('user' as const, 'us' as const) }),
  fc.record({ kind: kind('quiet'), forMs: fc.constantFrom(1_000, 2_000, 5_000, 20_000, 120_000) }),
);
const timed = (one: fc.Arbitrary<Record<string, unknown>>): fc.Arbitrary<NavigationEvent> =>
  fc.tuple(one, fc.nat(100_000)).map(([event, at]) => ({ ...event, at }) as NavigationEvent);
const events = fc.array(timed(fc.oneof({ weight: 20, arbitrary: withoutCallback }, callback)), {
  maxLength: 40,
});
const silent = fc.array(timed(withoutCallback), { maxLength: 40 });

const start = () => startNavigation(OPTIONS);
const size = (state: unknown) => JSON.stringify(state).length;

describe('whatever a window tells', () => {
  test('it never throws, and stepping through it gives what reading the whole gives', () => {
    fc.assert(
      fc.property(events, (all) => {
        const stepped = all.reduce(stepNavigation, start());
        expect(finishNavigation(stepped)).toEqual(readNavigation(all, OPTIONS));
      }),
      { numRuns: 500 },
    );
  });

  test('an ending has a hop without query, a whole sentence, and few events that exist', () => {
    fc.assert(
      fc.property(events, (all) => {
        const { at, says, events: indexes } = readNavigation(all, OPTIONS);
        expect(says).toMatch(/\.$/);
        expect(says.length).toBeLessThan(1_000);
        expect(says).not.toMatch(/[\u0000-\u001f\u202a-\u202e]/);
        expect(at?.split('://')[1] ?? '').not.toMatch(/[?#]/);
        expect(indexes.length).toBeLessThanOrEqual(9);
        expect(indexes.every((index) => index >= 0 && index < all.length)).toBe(true);
        expect(indexes.toSorted((a, b) => a - b)).toEqual([...new Set(indexes)]);
      }),
      { numRuns: 500 },
    );
  });

  test('the first callback decides, whatever came before and comes after it', () => {
    fc.assert(
      fc.property(silent, timed(callback), events, (before, back, after) => {
        const { kind: ending, events: indexes } = readNavigation(
          [...before, back, ...after],
          OPTIONS,
        );
        expect(ending).toMatch(/callback$/);
        expect(indexes).toEqual([before.length]);
      }),
      { numRuns: 300 },
    );
  });

  test('what is decided stays decided, and only a callback changes how', () => {
    fc.assert(
      fc.property(silent, silent, (before, after) => {
        const state = before.reduce(stepNavigation, start());
        fc.pre(endingOf(state) !== null);
        expect(endingOf(after.reduce(stepNavigation, state))).toBe(endingOf(state));
      }),
      { numRuns: 300 },
    );
  });

  test('a password page at rest is never called blank', () => {
    const login = navigationOf(...CONSENT).map((event) =>
      event.kind === 'rest' ? { ...event, has: { ...event.has, password: true } } : event,
    );
    const idle = fc.array(
      timed(
        fc.oneof(
          fc.record({ kind: kind('quiet'), forMs: fc.nat(200_000) }),
          fc.record({ kind: kind('console'), text: fc.string() }),
          fc.record({ kind: kind('commit'), url, frame: kind('child') }),
        ),
      ),
    );
    fc.assert(
      fc.property(idle, (more) => {
        expect(['waiting', 'form-action-blocked']).toContain(
          readNavigation([...login, ...more], OPTIONS).kind,
        );
      }),
    );
  });
});

describe('a window that never stops', () => {
  /** Pages with a button that the user presses: no circle, no end. */
  const long = (count: number): readonly NavigationEvent[] =>
    Array.from({ length: count }, (_, index) => {
      const one = `https://auth.example.com/page/${Math.floor(index / 4) * 7919}?at=${index}`;
      const by4 = [
        {
          kind: 'request' as const,
          url: one,
          method: 'GET',
          frame: 'top' as const,
          redirectedBy: null,
          by: 'page' as const,
        },
        { kind: 'response' as const, url: one, status: 200, frame: 'top' as const, headers: [] },
        { kind: 'commit' as const, url: one, frame: 'top' as const },
        {
          kind: 'rest' as const,
          url: one,
          isEmpty: false,
          title: 'Next',
          says: '',
          has: { password: false, form: false, button: true, frame: false },
        },
      ];
      return { ...by4[index % 4]!, at: index * 1_000 };
    });

  test('after 10,000 events the state is as small as after a hundred', () => {
    const sizeAfter = (count: number) => size(long(count).reduce(stepNavigation, start()));
    expect(endingOf(long(10_000).reduce(stepNavigation, start()))).toBeNull();
    // Only the digits of the indexes grow.
    expect(sizeAfter(10_000)).toBeLessThan(sizeAfter(100) * 1.15);
    expect(sizeAfter(10_000)).toBeLessThan(6_000);
  });

  test('each event is looked at once, and none of those before it again', () => {
    let reads = 0;
    const counted = (event: NavigationEvent) =>
      new Proxy(event, {
        get: (target, name) => {
          reads += 1;
          return Reflect.get(target, name);
        },
      });
    const readsOf = (count: number) => {
      reads = 0;
      readNavigation(long(count).map(counted), OPTIONS);
      return reads / count;
    };
    expect(readsOf(10_000)).toBeLessThanOrEqual(readsOf(1_000) * 1.01);
  });

  test('long addresses, titles and messages do not make it big (H7)', () => {
    const huge = 'x'.repeat(100_000);
    const events = long(40).map((event) => ({
      ...event,
      ...('url' in event ? { url: `${event.url}&${huge}` } : {}),
      ...('title' in event ? { title: huge, says: huge } : {}),
    })) as readonly NavigationEvent[];
    expect(size(events.reduce(stepNavigation, start()))).toBeLessThan(6_000);
  });
});
