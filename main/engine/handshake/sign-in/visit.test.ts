import { describe, expect, test } from 'vitest';
import { AppError } from '../../../contract/errors.ts';
import type { NavigationEvent } from '../../model/navigation-event.ts';
import { createFakeClock } from '../../testing/fake-clock.ts';
import { BEGIN, callback, CONSENT, navigationOf } from '../../testing/navigation-of.ts';
import { AUTHORIZE_URL, REDIRECT_URI } from '../../testing/navigation-of.ts';
import { SecretKeeper } from '../record/secret-keeper.ts';
import { EventHub } from './event-hub.ts';
import type { SignInContext } from './sign-in-context.ts';
import { visit } from './visit.ts';

interface Changes {
  readonly headless?: boolean;
  readonly isBlind?: boolean;
  readonly go?: () => Promise<void>;
}

function begin({ headless = false, isBlind = false, go = async () => undefined }: Changes = {}) {
  const clock = createFakeClock();
  const hub = new EventHub();
  const stop = new AbortController();
  const told: (readonly NavigationEvent[])[] = [];
  const context = {
    ...{ clock, events: hub, signal: stop.signal, keeper: new SecretKeeper() },
    wishes: { given: null, scope: null, headless, thorough: false, keep: false },
    page: { redirectUri: REDIRECT_URI, isBlind, go },
  } as unknown as SignInContext;
  const seen = visit(AUTHORIZE_URL, context, (events) => told.push(events));
  const tell = (events: readonly NavigationEvent[]) => {
    for (const one of events) hub.tell(one);
  };
  return { clock, stop, told, seen, tell };
}

const BACK = callback('?code=planted-code-1&state=planted-state-1');

describe('a visit', () => {
  test('F1: ends with the callback, which alone has the code as it came', async () => {
    const { seen, tell, told, clock } = begin();
    tell(navigationOf(...BEGIN, BACK));
    const { ending, events, callback: back } = await seen;
    expect(ending.kind).toBe('callback');
    expect(back?.url).toContain('planted-code-1');
    expect(JSON.stringify([events, told, ending])).not.toContain('planted-');
    expect(clock.pending).toBe(0);
  });

  test('takes no event after its end', async () => {
    const { seen, tell, told } = begin();
    tell(navigationOf(...BEGIN, BACK));
    await seen;
    const before = told.length;
    tell(navigationOf(callback('?code=second')));
    expect(told).toHaveLength(before);
  });

  test.each([
    [true, 30_000],
    [false, 300_000],
  ])('L1: headless %s waits no longer than %i ms for somebody', async (headless, ms) => {
    const { seen, tell, clock } = begin({ headless });
    tell(navigationOf(...BEGIN, ...CONSENT));
    clock.advance(ms);
    expect((await seen).ending.kind).toBe('waiting');
    expect(clock.pending).toBe(0);
  });

  test('calls a window blank in which nothing was ever shown', async () => {
    const { seen, tell, clock } = begin();
    tell(navigationOf(...BEGIN));
    clock.advance(299_000);
    expect((await seen).ending.kind).toBe('never-navigated');
  });

  test('L1: ends when the user stops, before it began and later', async () => {
    const { seen, stop, clock } = begin();
    stop.abort();
    expect((await seen).callback).toBeNull();
    expect(clock.pending).toBe(0);
  });

  test('says what the window could not do, and ends for anything else', async () => {
    const refusal = new AppError('window-failed');
    const refused = begin({ go: () => Promise.reject(refusal) });
    await expect(refused.seen).rejects.toBe(refusal);
    expect(refused.clock.pending).toBe(0);
    const broken = begin({ go: () => Promise.reject(new Error('gone')) });
    expect((await broken.seen).callback).toBeNull();
  });

  test('in a browser that nobody watches silence is no blank page', async () => {
    const { seen, clock } = begin({ isBlind: true });
    clock.advance(300_000);
    expect((await seen).ending).toMatchObject({ kind: 'waiting' });
  });
});
